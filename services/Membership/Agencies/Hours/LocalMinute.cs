namespace Membership.Agencies.Hours;

/// <summary>What the clock on the wall shows, by the minute, and back.</summary>
/// <remarks>
/// An hour that happens twice (the clock goes back) is taken for its first time, and an hour that does not happen (the clock goes
/// forward) for the moment at which it would have been: so what is open from one time to another is one stretch without a hole.
/// </remarks>
internal readonly record struct LocalMinute(DateOnly Date, int Minute)
{
    public static LocalMinute At(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var wall = local.DateTime;
        if (zone.IsAmbiguousTime(wall) && local.Offset < zone.GetAmbiguousTimeOffsets(wall).Max())
        {
            // The second time: everything that the first was to begin has begun, until the hour is over.
            wall = wall.AddTicks(-(wall.Ticks % TimeSpan.TicksPerMinute));
            while (zone.IsAmbiguousTime(wall.AddMinutes(1))) wall = wall.AddMinutes(1);
        }

        return new LocalMinute(DateOnly.FromDateTime(wall), (wall.Hour * 60) + wall.Minute);
    }

    /// <summary>The instant; the minute may lie beyond the day's end.</summary>
    public DateTimeOffset In(TimeZoneInfo zone)
    {
        var wall = Date.ToDateTime(TimeOnly.MinValue).AddMinutes(Minute);
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
