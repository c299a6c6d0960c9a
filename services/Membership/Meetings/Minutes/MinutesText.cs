using ServiceDefaults.Storage;

namespace Membership.Meetings.Minutes;

public enum MinutesKind { Draft, Correction }

/// <summary>A version of a meeting's minutes. None is ever overwritten: once approved, only a correction that says so is added.</summary>
public sealed class MinutesText : Entity
{
    public const int TextLength = 20_000;
    public const int NoteLength = 1000;

    private MinutesText()
    {
    }

    public Guid MeetingId { get; private set; }
    public int Number { get; private set; }
    public MinutesKind Kind { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>What a correction corrects, and why.</summary>
    public string? Note { get; private set; }

    public DateOnly WrittenOn { get; private set; }

    internal static MinutesText? Draft(Meeting meeting, string text, DateOnly on) =>
        meeting.NextMinutes() is { } number ? new() { MeetingId = meeting.Id, Number = number, Text = text, WrittenOn = on } : null;

    internal static MinutesText? Correct(Meeting meeting, string text, string note, DateOnly on) => meeting.NextCorrection() is { } number
        ? new() { MeetingId = meeting.Id, Number = number, Kind = MinutesKind.Correction, Text = text, Note = note, WrittenOn = on }
        : null;
}
