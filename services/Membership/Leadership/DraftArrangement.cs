using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Leadership;

internal static class DraftArrangement
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/leadership/arrangements", DraftAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .WithSummary("Drafts how the task force is to be led: what a decision about it is then taken on.");
        api.MapPut("/task-forces/{id:guid}/leadership/arrangements/{arrangementId:guid}", ReplaceAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Replaces the text of a draft.");
    }

    private static async Task<Results<Created<ArrangementView>, ProblemHttpResult>> DraftAsync(
        Guid id, ArrangementText request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var leadership = await db.LeadershipOfAsync(taskForce, cancellationToken);
        var arrangement = LeadershipArrangement.Draft(taskForce, leadership.NextNumber(), request.Terms);
        db.LeadershipArrangements.Add(arrangement);
        if (await db.SaveLeadershipAsync(cancellationToken) is { } changed) return changed;

        http.SetETag(arrangement);
        return TypedResults.Created($"/task-forces/{id}/leadership/arrangements/{arrangement.Id}", ArrangementView.Of(arrangement, time.Day()));
    }

    private static async Task<Results<Ok<ArrangementView>, ProblemHttpResult>> ReplaceAsync(
        Guid id, Guid arrangementId, ArrangementText request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var arrangement = await db.LeadershipArrangements.SingleOrDefaultAsync(
            arrangement => arrangement.Id == arrangementId && arrangement.TaskForceId == id, cancellationToken);
        if (arrangement is null) return Problems.NotFound();
        if (IfMatch.Check(http, arrangement) is { } refused) return refused;
        if (!arrangement.Replace(request.Terms)) return Problems.StateConflict(arrangement.State);

        // Also where only its list of authority changed, which is a table of its own.
        db.Entry(arrangement).State = EntityState.Modified;
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(arrangement);
        return TypedResults.Ok(ArrangementView.Of(arrangement, time.Day()));
    }
}
