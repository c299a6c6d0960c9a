using Membership.Seats;
using ServiceDefaults.Storage;

namespace Membership.Meetings.Attendances;

/// <summary>Somebody was there, for an agency; the meeting's day is kept with it, so that attendance can be counted over time.</summary>
public sealed class Attendance : Entity
{
    private Attendance()
    {
    }

    public Guid TaskForceId { get; private set; }
    public Guid MeetingId { get; private set; }
    public DateOnly HeldOn { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid SeatId { get; private set; }

    /// <summary>In a representative's place.</summary>
    public bool AsAlternate { get; private set; }

    internal static Attendance Of(Meeting meeting, Seat seat) => new()
    {
        TaskForceId = meeting.TaskForceId, MeetingId = meeting.Id, HeldOn = meeting.On, AgencyId = seat.AgencyId, SeatId = seat.Id,
        AsAlternate = seat.AlternateForSeatId is not null,
    };
}
