namespace Identity.Tests;

/// <summary>
/// A clock that goes on by a millisecond whenever somebody looks at it, and further only when a test moves it: a delay of a
/// second is not over because the machine that runs the tests is busy.
/// </summary>
public sealed class SlowTime : TimeProvider
{
    private long ticks = DateTimeOffset.UtcNow.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    public void Move(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
