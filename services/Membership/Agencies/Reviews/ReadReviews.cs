using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Reviews;

internal static class ReadReviews
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/card-reviews", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Lists the members whose role and limits are due or overdue for review; by state also those who are not.");

    private static async Task<Results<Ok<IReadOnlyList<ReviewDue>>, ProblemHttpResult>> HandleAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        ReviewState? state = null, Guid? agencyId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var today = time.Day();
        var asked = db.Members.Include(member => member.Agency).Where(member => member.TaskForceId == id).WithReview(db, state, today);
        if (agencyId is not null) asked = asked.Where(member => member.AgencyId == agencyId);
        var members = (await asked.ToPageAsync(page, http, member => member, cancellationToken)).Value!;
        var ids = members.Select(member => member.Id).ToList();
        var cards = await db.MemberCards.AsNoTracking().Where(card => ids.Contains(card.MemberId)).ToDictionaryAsync(card => card.MemberId, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ReviewDue>>(
            [.. members.Select(member => ReviewDue.Of(cards.GetValueOrDefault(member.Id) ?? MemberCard.For(member), member, today))]);
    }
}
