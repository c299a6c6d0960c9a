using System.Globalization;

namespace Membership.Calendar;

/// <summary>A zone as VTIMEZONE (RFC 5545, 3.6.5), for as long as the calendar's meetings need it.</summary>
internal static class ZoneDefinition
{
    public static void Write(CalendarText text, TimeZoneInfo zone, DateTimeOffset first, DateTimeOffset last)
    {
        // From a year before, so that the offset at the first meeting has an onset.
        var from = new DateTimeOffset(first.UtcDateTime.Year - 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var until = new DateTimeOffset(last.UtcDateTime.Year + 1, 12, 31, 0, 0, 0, TimeSpan.Zero);
        var changes = ZoneChange.Of(zone, from, until);

        text.Line("BEGIN", "VTIMEZONE");
        text.Line("TZID", zone.Id);
        if (changes.Count == 0 || changes[0].At > first)
        {
            var offset = zone.GetUtcOffset(from);
            Begin(text, zone.IsDaylightSavingTime(from), from.UtcDateTime, offset, offset);
            End(text, zone.IsDaylightSavingTime(from));
        }

        foreach (var alike in changes.GroupBy(change => (change.Daylight, change.From, change.To))) Write(text, [.. alike], until);
        text.Line("END", "VTIMEZONE");
    }

    private static void Write(CalendarText text, IReadOnlyList<ZoneChange> changes, DateTimeOffset until)
    {
        var first = changes[0];
        Begin(text, first.Daylight, first.Onset, first.From, first.To);
        if (Rule(changes) is { } rule)
        {
            // Where the clocks stop being set, the rule says so.
            var ends = changes[^1].At.Year < until.Year - 1 ? $";UNTIL={CalendarText.Utc(changes[^1].At)}" : "";
            text.Line("RRULE", rule + ends);
        }
        else
        {
            foreach (var change in changes.Skip(1)) text.Line("RDATE", CalendarText.Local(change.Onset));
        }

        End(text, first.Daylight);
    }

    /// <summary>The same weekday of the same month each year; null where it is not so.</summary>
    private static string? Rule(IReadOnlyList<ZoneChange> changes)
    {
        var first = changes[0].Onset;
        var yearly = changes.Count > 1 && changes.Index().All(change =>
            change.Item.Onset.Year == first.Year + change.Index && change.Item.Onset.Month == first.Month
            && change.Item.Onset.DayOfWeek == first.DayOfWeek && change.Item.Onset.TimeOfDay == first.TimeOfDay);
        if (!yearly) return null;
        int? week = changes.All(change => change.IsLastWeek) ? -1
            : changes.All(change => change.Week == changes[0].Week) ? changes[0].Week
            : null;
        return week is null ? null
            : string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={first.Month};BYDAY={week}{CalendarText.Day(first.DayOfWeek)}");
    }

    private static void Begin(CalendarText text, bool daylight, DateTime onset, TimeSpan from, TimeSpan to)
    {
        text.Line("BEGIN", Name(daylight));
        text.Line("DTSTART", CalendarText.Local(onset));
        text.Line("TZOFFSETFROM", Offset(from));
        text.Line("TZOFFSETTO", Offset(to));
    }

    private static void End(CalendarText text, bool daylight) => text.Line("END", Name(daylight));

    private static string Name(bool daylight) => daylight ? "DAYLIGHT" : "STANDARD";

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
}
