namespace Membership;

/// <summary>
/// Where something stands among what happened: an id tells the day only (ADR 6), and what one request does happens in one
/// moment.
/// </summary>
internal static class PlaceInOrder
{
    private static long last;

    /// <summary>Higher than any that this process gave before, and by the clock among several processes.</summary>
    public static long Next(DateTimeOffset now)
    {
        while (true)
        {
            var before = Volatile.Read(ref last);
            var next = Math.Max(now.UtcTicks, before + 1);
            if (Interlocked.CompareExchange(ref last, next, before) == before) return next;
        }
    }
}
