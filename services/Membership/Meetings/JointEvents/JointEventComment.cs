using ServiceDefaults.Storage;

namespace Membership.Meetings.JointEvents;

/// <summary>What an invited agency says to the draft of an event's agenda.</summary>
public sealed class JointEventComment : Entity
{
    public const int TextLength = 2000;

    private JointEventComment()
    {
    }

    public Guid JointEventId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid? SeatId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    internal static JointEventComment Make(JointEvent jointEvent, Guid agencyId, Guid? seatId, string text, DateTimeOffset now) => new()
    {
        JointEventId = jointEvent.Id, AgencyId = agencyId, SeatId = seatId, Text = text, MadeAt = now,
    };
}
