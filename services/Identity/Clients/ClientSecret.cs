namespace Identity.Clients;

/// <summary>A secret's hash. Two hold at once while a client changes over from the one to the other.</summary>
public sealed class ClientSecret
{
    private ClientSecret() { }

    internal ClientSecret(string tag, string hash, DateTimeOffset createdAt)
    {
        Tag = tag;
        Hash = hash;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>
    /// The part of the secret before its full stop, which is not secret: it says which hash to verify, so that every attempt
    /// costs one verification. Empty for a secret that came from configuration.
    /// </summary>
    public string Tag { get; private init; } = "";

    public string Hash { get; internal set; } = "";
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Set once it is replaced.</summary>
    public DateTimeOffset? ExpiresAt { get; internal set; }

    public bool HoldsAt(DateTimeOffset now) => ExpiresAt is null || now < ExpiresAt;
}
