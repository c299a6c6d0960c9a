using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings;

/// <summary>Who is asked to a meeting.</summary>
/// <param name="Invited">The member agencies that are invited; all where not given.</param>
public sealed record InvitedToMeeting([property: MinLength(1), MaxLength(200)] IReadOnlyList<Guid>? Invited = null);

internal static class InviteToMeeting
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/meetings/{meetingId:guid}/invitations", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Invites others to a meeting that is still to come: from now on it is there for them alone. If-Match names the meeting's version.");

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid meetingId, InvitedToMeeting request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Meetings are planned by the task force's own coordinator.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        if (await db.CheckInvitedAsync(id, request.Invited, cancellationToken) is { } invalid) return invalid;
        return meeting.InviteInstead(request.Invited, time.GetUtcNow())
            ? await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken)
            : meeting.StateConflict();
    }
}
