namespace Reporting.Reading;

/// <summary>
/// When this instance last had everything that the journals it counts from held. Months that closed later than that are
/// not given out: after an outage, or a late start, a figure would be partial, and would change.
/// </summary>
public sealed class FullReading
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required DateTimeOffset At { get; set; }
}
