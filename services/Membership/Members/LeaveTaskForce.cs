using Membership.Handovers;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

internal static class LeaveTaskForce
{
    private const string ByItself =
        "By the agency's own administrator, and nobody else: against its wish a membership ends by notice and removal, and one that "
        + "is a danger until then is suspended. A suspended agency leaves with a token that names no task force.";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/departure", LeaveAsync)
            .RequireRoles(Roles.AgencyAdmin)
            .RequireIfMatch()
            .WithSummary("Ends an agency's membership at its own wish, with the reason, and its seats there.")
            .WithDescription(ByItself);
        api.MapDelete("/task-forces/{id:guid}/members/{agencyId:guid}", LeaveWithoutAWordAsync)
            .RequireRoles(Roles.AgencyAdmin)
            .RequireIfMatch()
            .WithSummary("The same as a departure, without a reason: none is owed.")
            .WithDescription(ByItself);
    }

    private static async Task<Results<Ok<MemberView>, ProblemHttpResult>> LeaveAsync(
        Guid id, Guid agencyId, MemberReason request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        var (member, refused) = await EndAsync(id, agencyId, request.Reason.Trim(), db, caller, http, time, handingOver, cancellationToken);
        if (refused is not null || member is null) return refused ?? Problems.NotFound();

        http.SetETag(member);
        return TypedResults.Ok(MemberView.Of(member));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveWithoutAWordAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        var (_, refused) = await EndAsync(id, agencyId, reason: null, db, caller, http, time, handingOver, cancellationToken);
        return refused is not null ? refused : TypedResults.NoContent();
    }

    private static async Task<(Member? Member, ProblemHttpResult? Refused)> EndAsync(
        Guid id, Guid agencyId, string? reason, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return (null, Problems.NotFound());
        if (!caller.Administers(taskForce, agencyId)) return (null, Problems.Forbidden("An agency leaves by its own administrator."));
        if (await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { } member) return (null, Problems.NotFound());
        if (IfMatch.Check(http, member) is { } stale) return (null, stale);
        if (member.State == MemberState.Ended) return (null, MemberForChange.StateConflict(member));

        var now = time.GetUtcNow();
        await db.EndMemberAsync(member, MemberEndReason.Left, handingOver, new(now, ChangedBy.Of(caller)), cancellationToken);
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Left, reason, ChangedBy.Of(caller), now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return (null, Problems.Conflict("membership-changed", "The membership or its seats ended at the same moment. Look again."));
        }

        return (member, null);
    }
}
