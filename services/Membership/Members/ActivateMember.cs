using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

internal static class ActivateMember
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/activation", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Confirms a provisional member: it votes from now on.");

    private static async Task<Results<Ok<MemberView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MemberReason request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (_, member, refused) = await db.FindMemberForChangeAsync(id, agencyId, caller, http, cancellationToken);
        if (refused is not null || member is null) return refused ?? Problems.NotFound();
        if (member.State != MemberState.Provisional) return MemberForChange.StateConflict(member);

        var now = time.GetUtcNow();
        member.Activate();
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Activated, request.Reason.Trim(), ChangedBy.Of(caller), now));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(member);
        return TypedResults.Ok(MemberView.Of(member));
    }
}
