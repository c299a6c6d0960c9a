using Contracts;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Meetings.Attendances;

/// <summary>Who was at a meeting: who may have voted there.</summary>
/// <param name="CommitteeId">The committee or work group that met; none where it was the task force.</param>
/// <param name="Agencies">Each once.</param>
/// <param name="Seats">Those who were there.</param>
internal sealed record AttendedMeeting(DateOnly HeldOn, Guid? CommitteeId, IReadOnlySet<Guid> Agencies, IReadOnlySet<Guid> Seats)
{
    /// <summary>In the core group it is a seat that votes, else an agency.</summary>
    public bool Has(DecisionMethod method, Guid voterId) => (method == DecisionMethod.CoreGroup ? Seats : Agencies).Contains(voterId);
}

internal static class AttendedMeetings
{
    /// <summary>Null where the task force has no such meeting, or it was not held.</summary>
    public static async Task<AttendedMeeting?> FindAttendedAsync(
        this MembershipDb db, Guid taskForceId, Guid meetingId, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.AsNoTracking()
            .SingleOrDefaultAsync(meeting => meeting.Id == meetingId && meeting.TaskForceId == taskForceId, cancellationToken);
        if (meeting is not { WasHeld: true }) return null;
        var came = await db.Attendances.AsNoTracking().Where(attendance => attendance.MeetingId == meetingId).ToListAsync(cancellationToken);
        return new(
            meeting.HeldOn!.Value, meeting.CommitteeId, came.Select(attendance => attendance.AgencyId).ToHashSet(), came.Select(attendance => attendance.SeatId).ToHashSet());
    }
}
