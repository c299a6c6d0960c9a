using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Handovers;

internal static class DismissHandover
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/handovers/{handoverId:guid}/dismissal", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Takes off the list what was flagged and has been settled otherwise.");

    private static async Task<Results<Ok<HandoverView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid handoverId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce || !caller.MayRun(taskForce)) return Problems.NotFound();
        var passed = await db.PassedResponsibilities.SingleOrDefaultAsync(
            passed => passed.Id == handoverId && passed.TaskForceId == id, cancellationToken);
        if (passed is null) return Problems.NotFound();
        if (IfMatch.Check(http, passed) is { } refused) return refused;
        if (!passed.IsFlagged) return Problems.Conflict("not-flagged", "Somebody has it already, or it was dismissed.");

        passed.Close(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(passed);
        return TypedResults.Ok(HandoverView.Of(passed));
    }
}
