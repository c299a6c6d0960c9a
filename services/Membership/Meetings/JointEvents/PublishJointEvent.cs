using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.JointEvents;

/// <summary>Why an event is not held.</summary>
public sealed record JointEventCancellation([property: Required, PlainText(Lines = true), StringLength(JointEvent.ReasonLength)] string Reason);

internal static class PublishJointEvent
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/joint-events/{eventId:guid}/publication", PublishAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Publishes the event, once its co-sponsors could shape it and every sponsor acknowledged its norms; else says what is missing.");
        api.MapPost("/task-forces/{id:guid}/joint-events/{eventId:guid}/cancellation", CancelAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Cancels the event: its organizer, or whoever runs the task force.");
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> PublishAsync(
        Guid id, Guid eventId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, NeedsOfJointEvents needs, CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        if (!caller.MayOrganize(taskForce, jointEvent)) return JointEventAccess.NotOrganizer();
        if (IfMatch.Check(http, jointEvent) is { } refused) return refused;
        if (jointEvent.State != JointEventState.Draft) return jointEvent.StateConflict();
        var now = time.GetUtcNow();
        if ((await needs.ReadAsync(id, cancellationToken)).MissingIn(jointEvent) is { Count: > 0 } missing)
        {
            var problem = Problems.Conflict("event-not-ready", "The event cannot be published yet: what it still needs is in missing.");
            problem.ProblemDetails.Extensions["missing"] = missing;
            return problem;
        }

        jointEvent.Publish(now);
        return await db.SaveAsync(jointEvent, http, needs, cancellationToken);
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> CancelAsync(
        Guid id, Guid eventId, JointEventCancellation request, MembershipDb db, Caller caller, HttpContext http, NeedsOfJointEvents needs,
        CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        if (!caller.MayOrganize(taskForce, jointEvent)) return JointEventAccess.NotOrganizer();
        if (IfMatch.Check(http, jointEvent) is { } refused) return refused;
        return jointEvent.Cancel(request.Reason.Trim()) ? await db.SaveAsync(jointEvent, http, needs, cancellationToken) : jointEvent.StateConflict();
    }
}
