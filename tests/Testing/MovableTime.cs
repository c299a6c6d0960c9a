namespace Testing;

/// <summary>The real clock, moved. The only thing that tests put in the place of a real part.</summary>
public sealed class MovableTime : TimeProvider
{
    private long offsetTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref offsetTicks));

    public void Move(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    /// <summary>Makes it this instant now.</summary>
    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref offsetTicks, (instant - base.GetUtcNow()).Ticks);
}
