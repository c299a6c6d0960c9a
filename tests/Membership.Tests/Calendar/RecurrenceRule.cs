using System.Globalization;
using System.Text.RegularExpressions;

namespace Membership.Tests.Calendar;

/// <summary>Times of iCalendar, as they are written.</summary>
public static class IcalTime
{
    public static DateTime Parse(string text) =>
        DateTime.TryParseExact(text, ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmmss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : throw new CalendarFaultException($"No time: {text}");
}

/// <summary>A recurrence rule (3.3.10), and the local times that it gives; tried day by day, as no service would.</summary>
public sealed partial record RecurrenceRule(string Frequency, int Interval, int? Count, DateTime? UntilUtc, (int? Week, DayOfWeek Day)? ByDay, int? ByMonthDay, int? ByMonth)
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static RecurrenceRule Parse(string text, bool untilInUtc)
    {
        var parts = new Dictionary<string, string>();
        foreach (var part in text.Split(';'))
        {
            var match = Part().Match(part);
            if (!match.Success || !parts.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value)) throw new CalendarFaultException($"RRULE {text}");
        }

        if (!parts.TryGetValue("FREQ", out var frequency)) throw new CalendarFaultException("RRULE without FREQ");
        if (parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL")) throw new CalendarFaultException("COUNT and UNTIL");
        if (parts.TryGetValue("UNTIL", out var until) && until.EndsWith('Z') != untilInUtc) throw new CalendarFaultException($"UNTIL {until}");
        (int?, DayOfWeek)? day = null;
        if (parts.TryGetValue("BYDAY", out var byDay))
        {
            int? week = byDay.Length > 2 ? int.Parse(byDay[..^2], CultureInfo.InvariantCulture) : null;
            if (week is not null && frequency == "WEEKLY") throw new CalendarFaultException("A week of the week");
            day = (week, (DayOfWeek)Array.IndexOf(Days, byDay[^2..]));
        }

        if (frequency == "WEEKLY" && parts.ContainsKey("BYMONTHDAY")) throw new CalendarFaultException("BYMONTHDAY of a week");
        return new(
            frequency, Number("INTERVAL") ?? 1, Number("COUNT"), until is null ? null : IcalTime.Parse(until), day, Number("BYMONTHDAY"), Number("BYMONTH"));

        int? Number(string name) => parts.TryGetValue(name, out var number)
            ? int.Parse(number, CultureInfo.InvariantCulture) is > 0 and var positive ? positive : throw new CalendarFaultException($"{name} {number}")
            : null;
    }

    /// <summary>Without UNTIL, which is an instant and needs the zone.</summary>
    public IEnumerable<DateTime> From(DateTime start)
    {
        var found = 0;
        for (var time = start; time.Year < start.Year + 60; time = time.AddDays(1))
        {
            if (!Fits(start, time)) continue;
            if (Count is not null && ++found > Count) yield break;
            yield return time;
        }
    }

    private bool Fits(DateTime start, DateTime time)
    {
        var period = Frequency switch
        {
            // Weeks begin on Monday where WKST does not say otherwise.
            "WEEKLY" => (int)(Monday(time) - Monday(start)).TotalDays / 7,
            "MONTHLY" => ((time.Year - start.Year) * 12) + time.Month - start.Month,
            "YEARLY" => time.Year - start.Year,
            _ => throw new CalendarFaultException($"FREQ {Frequency}"),
        };
        if (period % Interval != 0) return false;
        if (ByMonth is not null && time.Month != ByMonth) return false;
        if (ByMonthDay is not null) return time.Day == ByMonthDay;
        if (ByDay is not { } day) return time.Day == start.Day && (Frequency != "WEEKLY" || time.DayOfWeek == start.DayOfWeek);
        var fromEnd = DateTime.DaysInMonth(time.Year, time.Month) - time.Day;
        return time.DayOfWeek == day.Day
            && (day.Week is null || (day.Week > 0 ? ((time.Day - 1) / 7) + 1 == day.Week : (fromEnd / 7) + 1 == -day.Week));
    }

    private static DateTime Monday(DateTime time) => time.Date.AddDays(-(((int)time.DayOfWeek + 6) % 7));

    [GeneratedRegex(
        @"\A((?<name>FREQ)=(?<value>WEEKLY|MONTHLY|YEARLY)|(?<name>INTERVAL|COUNT)=(?<value>\d{1,3})|(?<name>UNTIL)=(?<value>\d{8}T\d{6}Z?)"
        + @"|(?<name>BYDAY)=(?<value>([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA))|(?<name>BYMONTHDAY|BYMONTH)=(?<value>\d{1,2}))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
