namespace Membership.Calendar;

/// <summary>A zone's clocks are set to another offset.</summary>
/// <param name="At">The instant.</param>
/// <param name="Daylight">Whether it is daylight saving time from then on.</param>
internal sealed record ZoneChange(DateTimeOffset At, TimeSpan From, TimeSpan To, bool Daylight)
{
    /// <summary>What the clocks show when they are set: by the offset that ends.</summary>
    public DateTime Onset => At.UtcDateTime + From;

    /// <summary>Which such weekday of the month it is; -1 for the last is another reading of the same day.</summary>
    public int Week => ((Onset.Day - 1) / 7) + 1;

    public bool IsLastWeek => Onset.Day + 7 > DateTime.DaysInMonth(Onset.Year, Onset.Month);

    /// <summary>All changes of a zone in this span, in order: what .NET's own rules of the zone come to.</summary>
    public static IReadOnlyList<ZoneChange> Of(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        var changes = new List<ZoneChange>();
        for (var day = from; day < until; day = day.AddDays(1))
        {
            var (before, after) = (zone.GetUtcOffset(day), zone.GetUtcOffset(day.AddDays(1)));
            if (before == after) continue;
            var at = Between(zone, day, day.AddDays(1), before);
            changes.Add(new(at, before, zone.GetUtcOffset(at), zone.IsDaylightSavingTime(at)));
        }

        return changes;
    }

    /// <summary>The second at which the offset is no longer this one.</summary>
    private static DateTimeOffset Between(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until, TimeSpan before)
    {
        var (low, high) = (0L, (long)(until - from).TotalSeconds);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (zone.GetUtcOffset(from.AddSeconds(middle)) == before) low = middle;
            else high = middle;
        }

        return from.AddSeconds(high);
    }
}
