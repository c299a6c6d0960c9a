using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Leadership;

/// <summary>The arrangement was looked at, and stands.</summary>
/// <param name="Why">What was found, and why it stands.</param>
public sealed record ArrangementReview(
    [property: Required] DateOnly? NextReviewOn,
    [property: Required, PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string Why);

internal static class ReviewArrangement
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/leadership/review", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .WithSummary("Records that the arrangement in force was reviewed and stands; whoever wants another drafts it.");

    private static async Task<Results<Ok<ArrangementView>, ProblemHttpResult>> HandleAsync(
        Guid id, ArrangementReview request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var leadership = await db.LeadershipOfAsync(taskForce, cancellationToken);
        var today = time.Day();
        if (request.NextReviewOn <= today) return Problems.Invalid("nextReviewOn", "Must be a day to come.");
        if (await db.ArrangementInForceAsync(id, today, cancellationToken) is not { } arrangement)
            return Problems.Conflict("no-arrangement", "No arrangement is in force: draft one, and decide on it.");

        arrangement.Keep(request.NextReviewOn!.Value);
        leadership.Change();
        db.StructureChanges.Add(StructureChange.Of(arrangement, StructureChangeKind.ArrangementReviewed, today, Written.Of(caller, time), request.Why.Trim(), null));
        if (await db.SaveLeadershipAsync(cancellationToken) is { } changed) return changed;

        http.SetETag(arrangement);
        return TypedResults.Ok(ArrangementView.Of(arrangement, today));
    }
}
