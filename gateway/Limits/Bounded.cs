using System.Collections.Concurrent;

namespace Gateway.Limits;

/// <summary>
/// Remembers by key, and never more than so many: whoever adds also sweeps out what is over, at most once in a while.
/// Reading takes no lock.
/// </summary>
/// <param name="isOver">Whether a value may be forgotten at that time.</param>
public sealed class Bounded<TKey, TValue>(int most, long sweepEvery, Func<TValue, long, bool> isOver)
    where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, TValue> held = new();
    private int count;
    private long sweptAt;

    public int Count => Volatile.Read(ref count);

    public TValue? Find(TKey key) => held.GetValueOrDefault(key);

    /// <summary>What is now remembered under the key; null where there is no room.</summary>
    public TValue? Add(TKey key, TValue value, long now)
    {
        SweepIfDue(now);
        if (Interlocked.Increment(ref count) <= most && held.TryAdd(key, value))
            return value;
        Interlocked.Decrement(ref count);
        return Find(key);
    }

    private void SweepIfDue(long now)
    {
        var last = Volatile.Read(ref sweptAt);
        if (now - last < sweepEvery || Interlocked.CompareExchange(ref sweptAt, now, last) != last)
            return;
        foreach (var pair in held)
        {
            if (isOver(pair.Value, now) && held.TryRemove(pair))
                Interlocked.Decrement(ref count);
        }
    }
}
