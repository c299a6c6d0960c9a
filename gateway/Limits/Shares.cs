namespace Gateway.Limits;

/// <summary>Everybody's share under one policy. Where there are more at once than can be remembered, the newest share one.</summary>
public sealed class Shares<TKey>(LimitPolicy policy) where TKey : notnull
{
    /// <summary>A few megabytes, whatever an attacker does with addresses.</summary>
    public const int Most = 20_000;

    private readonly Bounded<TKey, Share> shares = new(Most, policy.Seconds * 1000L, (share, now) => share.IsIdle(now));
    private readonly Share others = new(policy);

    public int Count => shares.Count;

    public Share Of(TKey key, long now) => shares.Find(key) ?? shares.Add(key, new Share(policy), now) ?? others;
}
