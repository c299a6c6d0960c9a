using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Minutes;

/// <summary>What was said and done. Nothing about a case or a person served.</summary>
public sealed record MinutesDraft([property: Required, PlainText(Lines = true), StringLength(MinutesText.TextLength)] string Text);

/// <summary>Approved minutes, corrected.</summary>
/// <param name="Text">The minutes as they should have been.</param>
/// <param name="Note">What is corrected, and why.</param>
public sealed record MinutesCorrection(
    [property: Required, PlainText(Lines = true), StringLength(MinutesText.TextLength)] string Text,
    [property: Required, PlainText(Lines = true), StringLength(MinutesText.NoteLength)] string Note);

internal static class WriteMinutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/task-forces/{id:guid}/meetings/{meetingId:guid}/minutes", DraftAsync)
            .RequireRoles(MeetingRoles.Records)
            .RequireIfMatch()
            .WithSummary("Drafts the minutes, or the next text of them, until they are approved. If-Match names the meeting's version.");
        api.MapPost("/task-forces/{id:guid}/meetings/{meetingId:guid}/minutes/corrections", CorrectAsync)
            .RequireRoles(MeetingRoles.Records)
            .RequireIfMatch()
            .WithSummary("Adds a correction to approved minutes, which says so; the approved text stays. If-Match names the meeting's version.");
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> DraftAsync(
        Guid id, Guid meetingId, MinutesDraft request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("Minutes are written by the coordinator or the core group.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        if (MinutesText.Draft(meeting, request.Text.Trim(), time.Day()) is not { } minutes) return meeting.StateConflict();

        db.MinutesTexts.Add(minutes);
        return await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken);
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> CorrectAsync(
        Guid id, Guid meetingId, MinutesCorrection request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("Minutes are written by the coordinator or the core group.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        if (MinutesText.Correct(meeting, request.Text.Trim(), request.Note.Trim(), time.Day()) is not { } minutes) return meeting.StateConflict();

        db.MinutesTexts.Add(minutes);
        return await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken);
    }
}
