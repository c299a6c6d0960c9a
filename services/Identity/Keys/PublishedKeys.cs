namespace Identity.Keys;

/// <summary>The signing keys, as of when they were read.</summary>
internal sealed class PublishedKeys(IEnumerable<SigningKey> keys, DateTimeOffset readAt)
{
    /// <summary>How much longer than its last token a retired key stays published: other machines' clocks run behind.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SigningKey[] byNumber = [.. keys.OrderBy(key => key.Number)];

    public DateTimeOffset ReadAt { get; } = readAt;

    public SigningKey? Newest => byNumber.LastOrDefault();

    /// <summary>The key that signs at this moment.</summary>
    public SigningKey? SigningAt(DateTimeOffset now) => byNumber.LastOrDefault(key => key.SignsFrom <= now);

    /// <summary>What the JWKS shows: the key that signs, then the one that will, then retired ones whose tokens may live.</summary>
    public IReadOnlyList<SigningKey> PublishedAt(DateTimeOffset now)
    {
        var signing = SigningAt(now);
        return [.. byNumber.Where(key => !IsOverAt(key, now))
            .OrderBy(key => key == signing ? 0 : key.SignsFrom > now ? 1 : 2).ThenByDescending(key => key.Number)];
    }

    /// <summary>No token that it signed lives any more.</summary>
    public bool IsOverAt(SigningKey key, DateTimeOffset now) =>
        RetiredFrom(key) is { } retired && retired + IdentitySettings.TokenLifetime + Margin <= now;

    /// <summary>When its successor takes over; none while there is no successor.</summary>
    public DateTimeOffset? RetiredFrom(SigningKey key) =>
        byNumber.FirstOrDefault(other => other.Number > key.Number)?.SignsFrom;
}
