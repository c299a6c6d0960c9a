using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Commitments;
using Membership.Meetings.Agenda;
using Membership.Members;
using Membership.Seats;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Attendances;

/// <summary>Who came.</summary>
/// <param name="Seats">The seats of those who were there: representatives, and alternates in their place.</param>
public sealed record AttendanceList([property: Required, MinLength(1), MaxLength(500)] IReadOnlyList<Guid> Seats);

internal static class HoldMeeting
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/meetings/{meetingId:guid}/holding", HoldAsync)
            .RequireRoles(MeetingRoles.Records)
            .RequireIfMatch()
            .WithSummary("Records that the meeting took place, and who came: after a settled agenda, or without one having been opened.");
        api.MapPut("/task-forces/{id:guid}/meetings/{meetingId:guid}/attendance", CorrectAsync)
            .RequireRoles(MeetingRoles.Records)
            .RequireIfMatch()
            .WithSummary("Corrects who came, until the minutes are approved. If-Match names the meeting's version.");
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> HoldAsync(
        Guid id, Guid meetingId, AttendanceList request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("What happened is recorded by the coordinator or the core group.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        var (seats, invalid) = await SeatsAsync(db, meeting, request, cancellationToken);
        if (invalid is not null) return invalid;
        if (meeting.Begins > time.GetUtcNow()) return Problems.Conflict("meeting-ahead", "The meeting has not begun yet.");

        var invited = meeting.InvitesAll
            ? await db.Members.Where(Member.TakesPart).CountAsync(member => member.TaskForceId == id, cancellationToken)
            : meeting.Invitations.Count;
        if (meeting.State == MeetingState.Draft) await db.FollowUpAsync(meeting, cancellationToken);
        if (!meeting.Hold(invited, Agencies(seats))) return meeting.StateConflict();
        db.Attendances.AddRange(seats.Select(seat => Attendance.Of(meeting, seat)));
        await CountAsync(db, meeting, Agencies(seats), cancellationToken);
        return await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken);
    }

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> CorrectAsync(
        Guid id, Guid meetingId, AttendanceList request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("What happened is recorded by the coordinator or the core group.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        var (seats, invalid) = await SeatsAsync(db, meeting, request, cancellationToken);
        if (invalid is not null) return invalid;
        if (!meeting.CorrectAttendance(Agencies(seats))) return meeting.StateConflict();

        var recorded = await db.Attendances.Where(attendance => attendance.MeetingId == meetingId).ToListAsync(cancellationToken);
        db.Attendances.RemoveRange(recorded.Where(attendance => seats.All(seat => seat.Id != attendance.SeatId)));
        db.Attendances.AddRange(seats.Where(seat => recorded.All(attendance => attendance.SeatId != seat.Id)).Select(seat => Attendance.Of(meeting, seat)));
        foreach (var gone in recorded.Select(attendance => attendance.AgencyId).Distinct().Except(Agencies(seats)))
            await db.UncountAsync(id, gone, meetingId, cancellationToken);
        await CountAsync(db, meeting, Agencies(seats), cancellationToken);
        return await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken);
    }

    /// <summary>Who pledged to come has come.</summary>
    private static async Task CountAsync(MembershipDb db, Meeting meeting, IReadOnlyList<Guid> agencies, CancellationToken cancellationToken)
    {
        foreach (var agency in agencies)
        {
            await db.CountAsync(
                meeting.TaskForceId, agency, CommitmentKind.AttendMeetings, FulfilmentSource.MeetingAttended, meeting.Id, meeting.On, cancellationToken);
        }
    }

    /// <summary>Seats of this task force that had not ended when the meeting was.</summary>
    private static async Task<(IReadOnlyList<Seat> Seats, ProblemHttpResult? Invalid)> SeatsAsync(
        MembershipDb db, Meeting meeting, AttendanceList request, CancellationToken cancellationToken)
    {
        var wanted = request.Seats.Distinct().ToList();
        var begins = meeting.Begins;
        var seats = await db.Seats.AsNoTracking()
            .Where(seat => seat.TaskForceId == meeting.TaskForceId && wanted.Contains(seat.Id) && (seat.EndedAt == null || seat.EndedAt > begins))
            .ToListAsync(cancellationToken);
        return seats.Count == wanted.Count
            ? (seats, null)
            : (seats, Problems.Invalid("seats", "Each must be a seat of this task force that had not ended before the meeting."));
    }

    private static IReadOnlyList<Guid> Agencies(IReadOnlyList<Seat> seats) => [.. seats.Select(seat => seat.AgencyId).Distinct().Order()];
}
