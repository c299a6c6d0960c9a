using ServiceDefaults.Storage;

namespace Membership.Meetings;

public enum CommentSubject { Agenda, Minutes }

/// <summary>What an invited agency says to the draft of an agenda or of minutes.</summary>
public sealed class MeetingComment : Entity
{
    public const int TextLength = 2000;

    private MeetingComment()
    {
    }

    public Guid MeetingId { get; private set; }
    public CommentSubject Subject { get; private set; }
    public Guid? AgendaItemId { get; private set; }

    /// <summary>The text of the minutes that it is about.</summary>
    public int? MinutesNumber { get; private set; }

    public Guid AgencyId { get; private set; }
    public Guid? SeatId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    internal static MeetingComment OnAgenda(Meeting meeting, Guid? agendaItemId, Guid agencyId, Guid? seatId, string text, DateTimeOffset now) => new()
    {
        MeetingId = meeting.Id, Subject = CommentSubject.Agenda, AgendaItemId = agendaItemId, AgencyId = agencyId, SeatId = seatId, Text = text, MadeAt = now,
    };

    internal static MeetingComment OnMinutes(Meeting meeting, Guid agencyId, Guid? seatId, string text, DateTimeOffset now) => new()
    {
        MeetingId = meeting.Id, Subject = CommentSubject.Minutes, MinutesNumber = meeting.MinutesNumber, AgencyId = agencyId, SeatId = seatId, Text = text,
        MadeAt = now,
    };
}
