using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Agenda;

/// <summary>How long invited agencies may comment.</summary>
/// <param name="CommentsUntil">Later than now, and not later than the meeting.</param>
public sealed record AgendaOpening([property: Required] DateTimeOffset? CommentsUntil);

internal static class OpenAgenda
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda/opening", OpenAsync)
            .RequireRoles(MeetingRoles.Records)
            .RequireIfMatch()
            .WithSummary("Opens the agenda as a draft to all who are invited, with what is due on it; they may comment until the time given.");
        api.MapPost("/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda/settlement", SettleAsync)
            .RequireRoles(MeetingRoles.Records)
            .RequireIfMatch()
            .WithSummary("Settles the agenda, once the time for comments is over.");
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> OpenAsync(
        Guid id, Guid meetingId, AgendaOpening request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("Agendas are prepared by the coordinator or the core group.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;

        var now = time.GetUtcNow();
        var until = request.CommentsUntil!.Value.ToUniversalTime();
        if (meeting.State == MeetingState.Draft && until <= now) return Problems.Invalid("commentsUntil", "Must be later than now.");
        if (meeting.State == MeetingState.Draft && until > meeting.Begins) return Problems.Invalid("commentsUntil", "Must not be later than the meeting.");
        if (meeting.State == MeetingState.Draft) await db.ProposeDueAsync(meeting, cancellationToken);
        return meeting.OpenAgenda(until, now) ? await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken) : meeting.StateConflict();
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> SettleAsync(
        Guid id, Guid meetingId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("Agendas are prepared by the coordinator or the core group.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        if (meeting.TakesComments(time.GetUtcNow()))
            return Problems.Conflict("comment-period-runs", "Invited agencies may still comment. Settle the agenda when their time is over.");
        return meeting.SettleAgenda() ? await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken) : meeting.StateConflict();
    }
}
