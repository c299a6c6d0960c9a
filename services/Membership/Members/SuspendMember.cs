using Membership.Handovers;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

internal static class SuspendMember
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/suspension", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Suspends a member: its people's access stops within a minute, and what they were responsible for is flagged. Its seats stay.");

    private static async Task<Results<Ok<MemberView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MemberReason request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        var (_, member, refused) = await db.FindMemberForChangeAsync(id, agencyId, caller, http, cancellationToken);
        if (refused is not null || member is null) return refused ?? Problems.NotFound();
        if (!member.IsPresent) return MemberForChange.StateConflict(member);

        var now = time.GetUtcNow();
        await db.HandOverAllAsync(member, handingOver, new(now, ChangedBy.Of(caller)), cancellationToken);
        member.Suspend(now);
        await db.EndAccessAsync(member, now, cancellationToken);
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Suspended, request.Reason.Trim(), ChangedBy.Of(caller), now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("membership-changed", "The membership changed at the same moment. Look again.");
        }

        http.SetETag(member);
        return TypedResults.Ok(MemberView.Of(member));
    }
}
