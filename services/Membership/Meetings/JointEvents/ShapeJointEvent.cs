using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.JointEvents;

/// <summary>More agencies that are asked to shape the event.</summary>
public sealed record MoreInvited([property: Required, MinLength(1), MaxLength(200)] IReadOnlyList<Guid> Agencies);

/// <summary>Until when those who are invited may comment; never shorter than before.</summary>
public sealed record CommentPeriod([property: Required] DateTimeOffset? Until);

internal static class ShapeJointEvent
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/joint-events/{eventId:guid}/invitations", InviteAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Asks more agencies to shape the event.");
        api.MapPost("/task-forces/{id:guid}/joint-events/{eventId:guid}/comment-period", ExtendAsync)
            .RequireRoles(MeetingRoles.OfAgencyOrRuns)
            .RequireIfMatch()
            .WithSummary("Gives those who are invited more time to comment.");
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> InviteAsync(
        Guid id, Guid eventId, MoreInvited request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, NeedsOfJointEvents needs,
        CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        if (!caller.MayOrganize(taskForce, jointEvent)) return JointEventAccess.NotOrganizer();
        if (IfMatch.Check(http, jointEvent) is { } refused) return refused;
        if (await db.CheckInvitedAsync(id, request.Agencies, cancellationToken) is not null)
            return Problems.Invalid("agencies", "Each must be a member agency of this task force.");
        return jointEvent.Invite(request.Agencies, time.GetUtcNow())
            ? await db.SaveAsync(jointEvent, http, needs, cancellationToken)
            : jointEvent.StateConflict();
    }

    private static async Task<Results<Ok<JointEventView>, ProblemHttpResult>> ExtendAsync(
        Guid id, Guid eventId, CommentPeriod request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, NeedsOfJointEvents needs,
        CancellationToken cancellationToken)
    {
        if (await db.FindJointEventAsync(id, eventId, caller, cancellationToken) is not var (taskForce, jointEvent)) return Problems.NotFound();
        if (!caller.MayOrganize(taskForce, jointEvent)) return JointEventAccess.NotOrganizer();
        if (IfMatch.Check(http, jointEvent) is { } refused) return refused;
        var until = request.Until!.Value.ToUniversalTime();
        if (jointEvent.State == JointEventState.Draft && (until < jointEvent.CommentsUntil || until <= time.GetUtcNow()))
            return Problems.Invalid("until", "Must be later than now, and not earlier than before.");
        return jointEvent.Extend(until) ? await db.SaveAsync(jointEvent, http, needs, cancellationToken) : jointEvent.StateConflict();
    }
}
