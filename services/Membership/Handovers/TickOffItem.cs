using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Handovers;

/// <summary>That something was shown.</summary>
public sealed record TickedOff([property: Required] DateOnly? DoneOn);

internal static class TickOffItem
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/task-forces/{id:guid}/orientations/{orientationId:guid}/items/{itemId:guid}/completion", HandleAsync)
        .RequireIfMatch()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("Ticks off what was shown, with the day. With the last item the orientation is complete.")
        .WithDescription("By the one who is new, the agency's administrator, or who runs the task force; for everybody else it is not there.");

    private static async Task<Results<Ok<OrientationView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid orientationId, Guid itemId, TickedOff request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce
            || await db.FindOrientationAsync(taskForce, orientationId, caller, cancellationToken) is not { } orientation
            || orientation.Items.FirstOrDefault(item => item.Id == itemId) is not { } item
            || !caller.MayTickOff(taskForce, orientation))
        {
            return Problems.NotFound();
        }

        if (IfMatch.Check(http, orientation) is { } refused) return refused;
        if (orientation.State != OrientationState.Open) return Problems.StateConflict(orientation.State);
        if (item.DoneOn is not null) return Problems.Conflict("ticked-off-already", "This was ticked off already.");
        var now = time.GetUtcNow();
        if (request.DoneOn > now.Day()) return Problems.Invalid("doneOn", "That day is still to come.");

        orientation.TickOff(item, request.DoneOn!.Value, caller.Subject, caller.SeatId, now);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(orientation);
        return TypedResults.Ok(OrientationView.Of(orientation, caller, await db.OrientationSubjectsAsync(id, cancellationToken)));
    }
}
