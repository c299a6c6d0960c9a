using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings;

/// <summary>A meeting's title, time and place as they are to be.</summary>
public sealed record ChangedMeeting(
    [property: Required, PlainText, StringLength(Meeting.TitleLength)] string Title,
    [property: Required] DateOnly? On,
    [property: Required] TimeOnly? StartsAt,
    [property: Required, Range(5, 1440)] int? DurationMinutes,
    [property: PlainText, StringLength(Meeting.PlaceLength)] string? Place = null);

/// <summary>Why a meeting does not take place.</summary>
public sealed record MeetingCancellation([property: Required, PlainText(Lines = true), StringLength(Meeting.ReasonLength)] string Reason);

internal static class ChangeMeeting
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/task-forces/{id:guid}/meetings/{meetingId:guid}", ChangeAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Moves or renames a meeting that is still to come. An occurrence of a series keeps its identity.");
        api.MapPost("/task-forces/{id:guid}/meetings/{meetingId:guid}/cancellation", CancelAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Cancels a meeting. Calendars show it as cancelled.");
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> ChangeAsync(
        Guid id, Guid meetingId, ChangedMeeting request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Meetings are planned by the task force's own coordinator.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        if (PlanMeeting.TimeFault(request.On!.Value, request.StartsAt!.Value, meeting.TimeZone) is { } fault) return fault;

        var to = new LocalTime(request.On.Value, request.StartsAt.Value, request.DurationMinutes!.Value, meeting.TimeZone);
        if (meeting.CommentsUntil > to.Begins && meeting.State == MeetingState.AgendaOpen)
            return Problems.Conflict("comment-period-runs", "Its agenda is open for comments beyond that time.");
        if (!meeting.Change(request.Title.Trim(), to, request.Place?.Trim(), time.GetUtcNow())) return meeting.StateConflict();

        foreach (var item in await db.AgendaItems.Where(item => item.MeetingId == meetingId).ToListAsync(cancellationToken)) item.MoveTo(meeting.On);
        return await SaveAsync(db, meeting, http, cancellationToken);
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> CancelAsync(
        Guid id, Guid meetingId, MeetingCancellation request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Meetings are planned by the task force's own coordinator.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        return meeting.Cancel(request.Reason.Trim(), time.GetUtcNow())
            ? await SaveAsync(db, meeting, http, cancellationToken)
            : meeting.StateConflict();
    }

    internal static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> SaveAsync(
        MembershipDb db, Meeting meeting, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || ServiceDefaults.Storage.UniqueViolation.Is(exception))
        {
            return MeetingAccess.Overtaken();
        }

        http.SetETag(meeting);
        return TypedResults.Ok(MeetingView.Of(meeting));
    }
}
