using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Reviews;

internal static class ReadMemberCard
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/members/{agencyId:guid}/card", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Reads a member's role here, what it contributes and seeks, its limits, and whether they are due for review.");

    private static async Task<Results<Ok<MemberCardView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindMemberCardAsync(taskForce, agencyId, cancellationToken) is not var (member, card)) return Problems.NotFound();

        http.SetETag(card);
        return TypedResults.Ok(MemberCardView.Of(card, member, time.Day()));
    }
}
