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
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/task-forces/{id:guid}/members/{agencyId:guid}", HandleAsync)
        .RequireRoles(Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("Ends an agency's membership at its own wish, and its seats there.")
        .WithDescription(
            "By the agency's own administrator, and nobody else: against its wish a membership ends by notice and removal, and one that "
            + "is a danger until then is suspended. A suspended agency leaves with a token that names no task force.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.Administers(taskForce, agencyId)) return Problems.Forbidden("An agency leaves by its own administrator.");
        if (await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { } member) return Problems.NotFound();
        if (IfMatch.Check(http, member) is { } refused) return refused;
        if (member.State == MemberState.Ended) return MemberForChange.StateConflict(member);

        var now = time.GetUtcNow();
        await db.EndMemberAsync(member, MemberEndReason.Left, handingOver, now, cancellationToken);
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Left, reason: null, ChangedBy.Of(caller), now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("membership-changed", "The membership or its seats ended at the same moment. Look again.");
        }

        return TypedResults.NoContent();
    }
}
