using System.Globalization;

namespace Membership.Tests.Calendar;

/// <summary>An occurrence as a calendar program would show it.</summary>
public sealed record ShownOccurrence(DateTimeOffset Begins, TimeSpan Duration, string Summary, string? Location, string Status);

/// <summary>What a calendar shows: its rules expanded, and placed in time by its own VTIMEZONE alone.</summary>
public static class CalendarExpansion
{
    public static IReadOnlyList<ShownOccurrence> Expand(CalendarComponent root)
    {
        var events = root.Components.Where(component => component.Name == "VEVENT").ToList();
        return
        [
            .. from one in events
               let replaced = events.Where(other => other.Optional("RECURRENCE-ID") is not null && other.One("UID").Value == one.One("UID").Value)
                   .Select(other => IcalTime.Parse(other.One("RECURRENCE-ID").Value)).ToHashSet()
               from start in one.Optional("RRULE") is null ? [IcalTime.Parse(one.One("DTSTART").Value)] : Starts(root, one).Where(start => !replaced.Contains(start))
               let begins = Instant(root, one.One("DTSTART").Parameters["TZID"], start)
               orderby begins
               select new ShownOccurrence(
                   begins, System.Xml.XmlConvert.ToTimeSpan(one.One("DURATION").Value), Unescaped(one.One("SUMMARY").Value),
                   one.Optional("LOCATION") is { } location ? Unescaped(location.Value) : null, one.One("STATUS").Value),
        ];
    }

    /// <summary>The local times of a recurring event, without those that EXDATE takes out.</summary>
    public static IEnumerable<DateTime> Starts(CalendarComponent root, CalendarComponent master)
    {
        var rule = RecurrenceRule.Parse(master.One("RRULE").Value, untilInUtc: true);
        var zone = master.One("DTSTART").Parameters["TZID"];
        var excluded = master.All("EXDATE").SelectMany(line => line.Value.Split(',')).Select(IcalTime.Parse).ToHashSet();
        var starts = rule.From(IcalTime.Parse(master.One("DTSTART").Value));
        if (rule.UntilUtc is { } until) starts = starts.TakeWhile(start => Instant(root, zone, start).UtcDateTime <= until);
        return starts.Where(start => !excluded.Contains(start));
    }

    /// <summary>By the observance with the latest onset before it (3.6.5).</summary>
    public static DateTimeOffset Instant(CalendarComponent root, string zone, DateTime local)
    {
        var definition = root.Components.Single(component => component.Name == "VTIMEZONE" && component.One("TZID").Value == zone);
        var onsets = definition.Components.SelectMany(part => Onsets(part, local).Select(onset => (onset, part))).ToList();
        if (onsets.Count == 0) throw new CalendarFaultException($"{zone} does not reach back to {local:s}");
        var (latest, by) = onsets.MaxBy(onset => onset.onset);
        var (from, to) = (Offset(by.One("TZOFFSETFROM").Value), Offset(by.One("TZOFFSETTO").Value));
        // A time that the clocks skip counts by the offset before the gap (3.3.5).
        return new DateTimeOffset(local, local < latest + (to - from) ? from : to).ToUniversalTime();
    }

    private static IEnumerable<DateTime> Onsets(CalendarComponent part, DateTime before)
    {
        var start = IcalTime.Parse(part.One("DTSTART").Value);
        IEnumerable<DateTime> onsets = [start, .. part.All("RDATE").SelectMany(line => line.Value.Split(',')).Select(IcalTime.Parse)];
        if (part.Optional("RRULE") is { } line)
        {
            var rule = RecurrenceRule.Parse(line.Value, untilInUtc: true);
            var from = Offset(part.One("TZOFFSETFROM").Value);
            onsets = rule.From(start).TakeWhile(onset => rule.UntilUtc is null || onset - from <= rule.UntilUtc);
        }

        return onsets.TakeWhile(onset => onset <= before);
    }

    private static TimeSpan Offset(string text)
    {
        var offset = TimeSpan.ParseExact(text[1..], text.Length == 5 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
        return text[0] == '-' ? -offset : offset;
    }

    private static string Unescaped(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"\\(.)", found => found.Groups[1].Value is "n" or "N" ? "\n" : found.Groups[1].Value);
}
