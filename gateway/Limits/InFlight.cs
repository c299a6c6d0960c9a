namespace Gateway.Limits;

/// <summary>So many at once, and nobody waits: what is in flight is itself the queue.</summary>
public sealed class InFlight(int most)
{
    private int now;

    public bool TryEnter()
    {
        if (Interlocked.Increment(ref now) <= most)
            return true;
        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref now);
}
