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
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("Ends an agency's membership at its own wish, and its seats there.")
        .WithDescription(
            "By the agency's own administrator, or by who runs the task force on the agency's word. Where the task force has adopted "
            + "its membership terms, its coordinator ends a membership against the agency's wish only by notice and removal.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.MayRun(taskForce) && !caller.Administers(taskForce, agencyId))
            return Problems.Forbidden("Members are for the task force's own coordinator, and an agency leaves by its own administrator.");
        if (await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { } member) return Problems.NotFound();
        if (IfMatch.Check(http, member) is { } refused) return refused;
        if (member.State == MemberState.Ended) return MemberForChange.StateConflict(member);
        if (!caller.Is(Roles.HubAdmin) && !caller.Administers(taskForce, agencyId) && await db.HasTermsAsync(id, cancellationToken))
            return Problems.Conflict("notice-needed", "The agency leaves by its own administrator. Against its wish, give it notice for a cause named in the terms.");

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
