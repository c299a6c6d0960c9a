namespace ServiceDefaults.Messaging.Following;

/// <summary>Configuration section <c>Messaging:Retry</c>: how an event that was not applied is tried again before it becomes a fault.</summary>
public sealed class RetryPlan
{
    /// <summary>How long a gap may wait for a neighbour that was overtaken on its way.</summary>
    internal static readonly TimeSpan NeighbourPatience = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public int Attempts { get; init; } = 5;

    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Four times as long after each failure, with some jitter, at most 15 s.</summary>
    internal TimeSpan Delay(int failures)
    {
        var grown = FirstDelay * Math.Pow(4, Math.Min(failures, 10) - 1);
        return (grown < Longest ? grown : Longest) * (0.8 + (Random.Shared.NextDouble() * 0.4));
    }
}
