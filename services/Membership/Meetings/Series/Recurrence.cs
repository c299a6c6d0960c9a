namespace Membership.Meetings.Series;

public enum RecurrenceFrequency { Weekly, Monthly }

public enum WeekOfMonth { First, Second, Third, Fourth, Last }

/// <summary>How a series comes back: every so many weeks on a day of the week, or every so many months on a day.</summary>
/// <param name="Weekday">Weekly, and monthly where <paramref name="Week"/> is given.</param>
/// <param name="DayOfMonth">Monthly; months that have no such day are left out.</param>
public sealed record Recurrence(RecurrenceFrequency Frequency, int Interval, DayOfWeek? Weekday, WeekOfMonth? Week, int? DayOfMonth)
{
    /// <summary>Farther than anybody plans, and short enough to be counted.</summary>
    private const int MostMonths = 600;

    /// <summary>What is wrong with it, by field; null where nothing is.</summary>
    public (string Field, string Message)? Fault() => Frequency switch
    {
        RecurrenceFrequency.Weekly when Weekday is null => ("weekday", "A weekly series needs a day of the week."),
        RecurrenceFrequency.Weekly when Week is not null => ("week", "Only a monthly series has a week of the month."),
        RecurrenceFrequency.Weekly when DayOfMonth is not null => ("dayOfMonth", "Only a monthly series has a day of the month."),
        RecurrenceFrequency.Monthly when DayOfMonth is null && (Week is null || Weekday is null) =>
            ("dayOfMonth", "A monthly series needs a day of the month, or a week and a weekday."),
        RecurrenceFrequency.Monthly when DayOfMonth is not null && (Week is not null || Weekday is not null) =>
            ("dayOfMonth", "Give a day of the month, or a week and a weekday, not both."),
        _ => null,
    };

    /// <summary>The days from the first that fits on or after this one.</summary>
    public IEnumerable<DateOnly> From(DateOnly start) => Frequency == RecurrenceFrequency.Weekly ? Weeks(start) : Months(start);

    private IEnumerable<DateOnly> Weeks(DateOnly start)
    {
        var first = start.AddDays(((int)Weekday! - (int)start.DayOfWeek + 7) % 7);
        for (var week = 0; week < MostMonths * 5; week += Interval) yield return first.AddDays(7 * week);
    }

    private IEnumerable<DateOnly> Months(DateOnly start)
    {
        var step = 1;
        for (var month = 0; month < MostMonths; month += step)
        {
            var day = DayIn(new DateOnly(start.Year, start.Month, 1).AddMonths(month));
            if (day is null || day < start) continue;
            // Until the first is found each month is tried; from then on only those that are due.
            step = Interval;
            yield return day.Value;
        }
    }

    private DateOnly? DayIn(DateOnly month)
    {
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        if (DayOfMonth is { } day) return day <= days ? new DateOnly(month.Year, month.Month, day) : null;
        if (Week == WeekOfMonth.Last)
        {
            var last = new DateOnly(month.Year, month.Month, days);
            return last.AddDays(-(((int)last.DayOfWeek - (int)Weekday! + 7) % 7));
        }

        return month.AddDays((((int)Weekday! - (int)month.DayOfWeek + 7) % 7) + (7 * (int)Week!));
    }
}
