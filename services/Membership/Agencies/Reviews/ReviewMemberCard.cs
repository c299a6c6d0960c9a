using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Reviews;

internal static class ReviewMemberCard
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/card/review", HandleAsync)
        .RequireRoles(AgencyAccess.CardWriters)
        .RequireIfMatch()
        .WithSummary("Confirms that a member's role and limits were gone through and are as they stand; the next review is due in six months.");

    private static async Task<Results<Ok<MemberCardView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindMemberCardAsync(taskForce, agencyId, cancellationToken) is not var (member, card)) return Problems.NotFound();
        if (!caller.MayWriteMemberCard(taskForce, agencyId)) return Problems.Forbidden(MemberCardAccess.NotYours);
        if (IfMatch.Check(http, card) is { } refused) return refused;
        if (card.Role is null) return Problems.Conflict("nothing-to-review", "Nobody has said this member's role yet. Say it first: that is its review.");

        card.Review(time.Day());
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(card);
        return TypedResults.Ok(MemberCardView.Of(card, member, time.Day()));
    }
}
