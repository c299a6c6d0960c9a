using System.Diagnostics.CodeAnalysis;

namespace Gateway.Limits;

/// <summary>
/// What one client has used: requests in its present window, and places of those in flight. A window and its count are
/// one number, changed without a lock; what is refused is not counted, so that whoever keeps asking still gets in when
/// the window ends.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to dispose of.")]
public sealed class Share(LimitPolicy policy)
{
    private const int CountBits = 24;
    private readonly SemaphoreSlim places = new(policy.InFlight);
    private long window;
    private int waiting;

    public LimitPolicy Policy => policy;

    /// <param name="now">Milliseconds on a clock that only goes forward.</param>
    public Standing Take(long now)
    {
        while (true)
        {
            var seen = Volatile.Read(ref window);
            var (start, taken) = IsOver(seen, now) ? (now, 0) : (seen >> CountBits, (int)(seen & LimitPolicy.MostRequests));
            var reset = (int)Math.Max(1, (start + (policy.Seconds * 1000L) - now + 999) / 1000);
            if (taken >= policy.Requests)
                return new(false, 0, reset);
            if (Interlocked.CompareExchange(ref window, (start << CountBits) | (uint)(taken + 1), seen) == seen)
                return new(true, policy.Requests - taken - 1, reset);
        }
    }

    /// <summary>A place among those in flight, after a short wait if need be; false where even the queue is full.</summary>
    public ValueTask<bool> EnterAsync(CancellationToken cancellationToken) =>
        places.Wait(0, CancellationToken.None) ? ValueTask.FromResult(true) : QueueAsync(cancellationToken);

    public void Leave() => places.Release();

    /// <summary>Forgotten without a loss to anybody.</summary>
    public bool IsIdle(long now) => places.CurrentCount == policy.InFlight && IsOver(Volatile.Read(ref window), now);

    private bool IsOver(long seen, long now) => seen == 0 || now - (seen >> CountBits) >= policy.Seconds * 1000L;

    private async ValueTask<bool> QueueAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Interlocked.Increment(ref waiting) <= policy.Queue && await places.WaitAsync(policy.QueueTime, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
