using System.Globalization;
using Membership.Meetings;
using Membership.Meetings.Series;

namespace Membership.Calendar;

/// <summary>
/// Meetings as an iCalendar object (RFC 5545). It shows title, time and place, and nothing of who comes or what is talked
/// about: whoever has the address can read it.
/// </summary>
internal static class MeetingCalendar
{
    private const string Product = "-//Fourth P//Meetings//EN";

    /// <param name="meetings">Those to be shown: single meetings, and occurrences; of a series that is not shown as if they were single.</param>
    /// <param name="leftOut">Occurrences of these series that are not for whoever reads it.</param>
    public static string Write(IReadOnlyCollection<MeetingSeries> series, IReadOnlyCollection<Meeting> meetings, IReadOnlyCollection<LeftOut> leftOut)
    {
        var shown = series.Select(one => (Guid?)one.Id).ToHashSet();
        var text = new CalendarText();
        text.Line("BEGIN", "VCALENDAR");
        text.Line("VERSION", "2.0");
        text.Line("PRODID", Product);
        WriteZones(text, series, meetings);
        foreach (var one in series.OrderBy(one => one.Id))
        {
            Write(text, one, [.. leftOut.Where(other => other.SeriesId == one.Id)]);
            foreach (var meeting in meetings.Where(meeting => meeting.SeriesId == one.Id && meeting.OccurrenceOn <= one.LastOn && IsApart(meeting, one))
                         .OrderBy(meeting => meeting.OccurrenceOn))
            {
                WriteOccurrence(text, meeting, one);
            }
        }

        foreach (var meeting in meetings.Where(meeting => !shown.Contains(meeting.SeriesId)).OrderBy(meeting => meeting.Id)) WriteSingle(text, meeting);
        text.Line("END", "VCALENDAR");
        return text.ToString();
    }

    private static void WriteZones(CalendarText text, IReadOnlyCollection<MeetingSeries> series, IReadOnlyCollection<Meeting> meetings)
    {
        var needed = meetings.Select(meeting => (meeting.TimeZone, At: meeting.Begins))
            .Concat(series.SelectMany(one => new[] { (one.TimeZone, At: one.TimeOn(one.FirstOn).Begins), (one.TimeZone, At: one.TimeOn(one.LastOn).Begins) }))
            .GroupBy(need => need.TimeZone).OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => (Zone: zone.Key, First: zone.Min(need => need.At), Last: zone.Max(need => need.At))).ToList();
        // A calendar has at least one component, also where there is no meeting to show.
        if (needed.Count == 0) needed.Add(("UTC", DateTimeOffset.UnixEpoch.AddYears(30), DateTimeOffset.UnixEpoch.AddYears(30)));
        foreach (var (zone, first, last) in needed) ZoneDefinition.Write(text, TimeZoneInfo.FindSystemTimeZoneById(zone), first, last);
    }

    private static void Write(CalendarText text, MeetingSeries series, IReadOnlyCollection<LeftOut> leftOut)
    {
        text.Line("BEGIN", "VEVENT");
        text.Line("UID", series.Id.ToString());
        Stamp(text, leftOut.Select(other => other.ChangedAt).Append(series.ChangedAt).Max(), series.Sequence);
        At(text, "DTSTART", series.TimeZone, series.FirstOn.ToDateTime(series.StartsAt));
        text.Line("RRULE", Rule(series));
        foreach (var day in series.Skipped.Concat(leftOut.Select(other => other.OccurrenceOn)).Where(day => day <= series.LastOn).Order()) At(text, "EXDATE", series.TimeZone, day.ToDateTime(series.StartsAt));
        Shown(text, series.DurationMinutes, series.Title, series.Place, cancelled: false);
        text.Line("END", "VEVENT");
    }

    private static void WriteOccurrence(CalendarText text, Meeting meeting, MeetingSeries series)
    {
        text.Line("BEGIN", "VEVENT");
        text.Line("UID", series.Id.ToString());
        At(text, "RECURRENCE-ID", series.TimeZone, meeting.OccurrenceOn!.Value.ToDateTime(series.StartsAt));
        Stamp(text, meeting.ChangedAt > series.ChangedAt ? meeting.ChangedAt : series.ChangedAt, series.Sequence + meeting.Sequence);
        WriteRest(text, meeting);
    }

    private static void WriteSingle(CalendarText text, Meeting meeting)
    {
        text.Line("BEGIN", "VEVENT");
        text.Line("UID", meeting.Id.ToString());
        Stamp(text, meeting.ChangedAt, meeting.Sequence);
        WriteRest(text, meeting);
    }

    private static void WriteRest(CalendarText text, Meeting meeting)
    {
        At(text, "DTSTART", meeting.TimeZone, meeting.On.ToDateTime(meeting.StartsAt));
        Shown(text, meeting.DurationMinutes, meeting.Title, meeting.Place, meeting.State == MeetingState.Cancelled);
        text.Line("END", "VEVENT");
    }

    private static bool IsApart(Meeting meeting, MeetingSeries series) => meeting.State == MeetingState.Cancelled
        || meeting.Time != series.TimeOn(meeting.OccurrenceOn!.Value) || meeting.Title != series.Title || meeting.Place != series.Place;

    /// <summary>Of an object without METHOD, DTSTAMP is when it was last changed (3.8.7.2): the same calendar is the same text.</summary>
    private static void Stamp(CalendarText text, DateTimeOffset changedAt, int sequence)
    {
        text.Line("DTSTAMP", CalendarText.Utc(changedAt));
        text.Line("LAST-MODIFIED", CalendarText.Utc(changedAt));
        text.Line("SEQUENCE", sequence.ToString(CultureInfo.InvariantCulture));
    }

    private static void At(CalendarText text, string name, string zone, DateTime local) => text.Line($"{name};TZID={zone}", CalendarText.Local(local));

    private static void Shown(CalendarText text, int minutes, string title, string? place, bool cancelled)
    {
        text.Line("DURATION", string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M"));
        text.Line("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
        text.Text("SUMMARY", title);
        if (place is not null) text.Text("LOCATION", place);
    }

    private static string Rule(MeetingSeries series)
    {
        var rule = series.Recurrence;
        var week = rule.Week is null ? "" : rule.Week == WeekOfMonth.Last ? "-1" : ((int)rule.Week + 1).ToString(CultureInfo.InvariantCulture);
        var by = rule.Weekday is { } weekday ? $"BYDAY={week}{CalendarText.Day(weekday)}" : $"BYMONTHDAY={rule.DayOfMonth}";
        // Beside a start in a zone, the end is an instant in UTC.
        var end = series.Count is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"COUNT={count}")
            : $"UNTIL={CalendarText.Utc(series.TimeOn(series.LastOn).Begins)}";
        return string.Create(CultureInfo.InvariantCulture,
            $"FREQ={(rule.Frequency == RecurrenceFrequency.Weekly ? "WEEKLY" : "MONTHLY")};INTERVAL={rule.Interval};{by};{end}");
    }
}

/// <summary>An occurrence that a series' rule gives and that is not shown.</summary>
internal sealed record LeftOut(Guid SeriesId, DateOnly OccurrenceOn, DateTimeOffset ChangedAt);
