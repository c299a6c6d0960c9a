namespace Membership.Meetings;

/// <summary>
/// When people come together, on their own clocks: the hour stays when daylight saving begins or ends, and the instant moves.
/// </summary>
/// <param name="TimeZone">An IANA name.</param>
public sealed record LocalTime(DateOnly On, TimeOnly StartsAt, int DurationMinutes, string TimeZone)
{
    public const int TimeZoneLength = 64;

    /// <summary>Names with a region, which mean the same everywhere; and UTC.</summary>
    public const string TimeZoneForm = "^(UTC|[A-Z][A-Za-z]{1,15}(/[A-Za-z][A-Za-z0-9_+-]{1,20}){1,2})$";

    public DateTimeOffset Begins => InstantOf(On.ToDateTime(StartsAt), TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    public DateTimeOffset Ends => Begins.AddMinutes(DurationMinutes);

    public static bool IsTimeZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    /// <summary>
    /// As RFC 5545 (3.3.5) reads a clock: an hour that is skipped counts by the offset before the gap, one that comes twice
    /// is the first of the two.
    /// </summary>
    public static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
