using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Reviews;

internal static class ReadReviews
{
    /// <summary>A task force with more members whose roles nobody has gone through has another trouble than a longer list.</summary>
    public const int Most = Page.Most;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/card-reviews", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Lists the members whose role and limits are due or overdue for review, the longest due first; at most 200.");

    private static async Task<Results<Ok<IReadOnlyList<ReviewDue>>, ProblemHttpResult>> HandleAsync(
        Guid id, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken, ReviewState? state = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var reviews = await db.OverdueReviewsAsync(id, time.Day(), cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ReviewDue>>([.. reviews.Where(review => state is null || review.State == state).Take(Most)]);
    }
}
