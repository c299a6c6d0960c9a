namespace Membership.Agencies.Hours;

/// <summary>
/// When an agency is open: weekly hours in its own time zone, and dates on which it is otherwise. What opens on a day and closes
/// after midnight belongs to the day on which it opens, also where the next day is an exception.
/// </summary>
public sealed class OpeningHours
{
    /// <summary>How far ahead an opening is looked for.</summary>
    public const int DaysAhead = 366;

    private readonly TimeZoneInfo zone;
    private readonly ILookup<DayOfWeek, Opening> weekly;
    private readonly ILookup<DateOnly, Opening> exceptions;

    public OpeningHours(
        TimeZoneInfo zone, IEnumerable<(DayOfWeek Day, Opening Opening)> weekly, IEnumerable<(DateOnly Date, Opening Opening)> exceptions)
    {
        this.zone = zone;
        this.weekly = weekly.ToLookup(line => line.Day, line => line.Opening);
        this.exceptions = exceptions.ToLookup(line => line.Date, line => line.Opening);
    }

    /// <summary>Nothing is known: never open, and nobody is assumed on call.</summary>
    public static readonly OpeningHours Unknown = new(TimeZoneInfo.Utc, [], []);

    public bool AreKnown => weekly.Count > 0 || exceptions.Count > 0;

    /// <summary>Open every minute of an ordinary week.</summary>
    public bool AroundTheClock => Enum.GetValues<DayOfWeek>().All(day => Cover(day, new Opening(0, Opening.Day)));

    /// <summary>Open in every one of these minutes of an ordinary week, also of those after midnight.</summary>
    public bool Cover(DayOfWeek day, Opening needed) => Enumerable.Range(needed.OpensAt, needed.ClosesAt - needed.OpensAt).All(minute =>
        minute < Opening.Day ? HoldsWeekly(day, minute) : HoldsWeekly((DayOfWeek)(((int)day + 1) % 7), minute - Opening.Day));

    private bool HoldsWeekly(DayOfWeek day, int minute) =>
        weekly[day].Any(opening => opening.Holds(minute)) || weekly[Before(day)].Any(opening => opening.Holds(minute + Opening.Day));

    public bool IsOpenAt(DateTimeOffset instant)
    {
        var now = LocalMinute.At(instant, zone);
        return On(now.Date).Any(opening => opening.Holds(now.Minute))
            || On(now.Date.AddDays(-1)).Any(opening => opening.Holds(now.Minute + Opening.Day));
    }

    /// <summary>The instant itself where it is open then; otherwise when it opens next; null where that is not within a year.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset instant)
    {
        if (IsOpenAt(instant)) return instant;
        if (!AreKnown) return null;

        var today = LocalMinute.At(instant, zone).Date;
        var openings = from ahead in Enumerable.Range(0, DaysAhead)
                       let date = today.AddDays(ahead)
                       from opening in On(date).OrderBy(opening => opening.OpensAt)
                       let opens = new LocalMinute(date, opening.OpensAt).In(zone)
                       where opens > instant && opens < new LocalMinute(date, opening.ClosesAt).In(zone)
                       select (DateTimeOffset?)opens;
        return openings.FirstOrDefault();
    }

    private IEnumerable<Opening> On(DateOnly date) => exceptions.Contains(date) ? exceptions[date] : weekly[date.DayOfWeek];

    private static DayOfWeek Before(DayOfWeek day) => (DayOfWeek)(((int)day + 6) % 7);
}
