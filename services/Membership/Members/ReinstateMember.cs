using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

internal static class ReinstateMember
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/reinstatement", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Ends a suspension: the agency is a member again as before, and new tokens of its people are accepted.")
        .WithDescription(
            "Its seats are as they were. What they held was flagged when it was suspended, and may be somebody else's by now: it does not come back by "
            + "itself. The task force's handovers say what is still with nobody; give it back by their assignment.");

    private static async Task<Results<Ok<MemberView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MemberReason request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (_, member, refused) = await db.FindMemberForChangeAsync(id, agencyId, caller, http, cancellationToken);
        if (refused is not null || member is null) return refused ?? Problems.NotFound();
        if (member.State != MemberState.Suspended) return MemberForChange.StateConflict(member);

        var now = time.GetUtcNow();
        member.Reinstate(now);
        await db.RestoreAccessAsync(member, cancellationToken);
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Reinstated, request.Reason.Trim(), ChangedBy.Of(caller), now));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(member);
        return TypedResults.Ok(MemberView.Of(member));
    }
}
