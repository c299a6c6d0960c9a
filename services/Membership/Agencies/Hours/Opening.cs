namespace Membership.Agencies.Hours;

/// <summary>From when until when on a day, in minutes from its midnight. Over midnight: closes beyond 1440. An empty one is a day closed.</summary>
/// <param name="OpensAt">0 to 1439.</param>
/// <param name="ClosesAt">At most a day after it opens.</param>
public readonly record struct Opening(int OpensAt, int ClosesAt)
{
    public const int Day = 24 * 60;

    public static Opening Closed => default;

    public bool IsClosed => ClosesAt <= OpensAt;

    /// <summary>A closing time that is not after the opening is the next day's: 22:00 to 06:00, and 00:00 to 00:00 is the whole day.</summary>
    public static Opening Between(TimeOnly opens, TimeOnly closes)
    {
        var (from, to) = (Minute(opens), Minute(closes));
        return new Opening(from, to > from ? to : to + Day);
    }

    public TimeOnly Opens => Time(OpensAt);

    public TimeOnly Closes => Time(ClosesAt);

    public bool Holds(int minute) => minute >= OpensAt && minute < ClosesAt;

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static TimeOnly Time(int minute) => new(minute % Day * TimeSpan.TicksPerMinute);
}
