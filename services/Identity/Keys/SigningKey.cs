using ServiceDefaults.Storage;

namespace Identity.Keys;

/// <summary>
/// A key that signs tokens. Nothing in it ever changes: it signs from <see cref="SignsFrom"/> until its successor does, and
/// its successor is the one with the next number, of which there can be only one, whatever two replicas do at once.
/// </summary>
public sealed class SigningKey : Entity
{
    private SigningKey() { }

    internal SigningKey(int number, MintedKey minted, DateTimeOffset now, DateTimeOffset signsFrom)
    {
        Number = number;
        KeyId = minted.KeyId;
        X = minted.X;
        Y = minted.Y;
        ProtectedPrivateKey = minted.ProtectedPrivateKey;
        CreatedAt = now;
        SignsFrom = signsFrom;
    }

    public int Number { get; private init; }

    /// <summary>The RFC 7638 thumbprint of the public key.</summary>
    public string KeyId { get; private init; } = "";

    public string X { get; private init; } = "";
    public string Y { get; private init; } = "";

    /// <summary>PKCS #8, encrypted by ASP.NET Data Protection.</summary>
    public byte[] ProtectedPrivateKey { get; private init; } = [];

    /// <summary>It is in the JWKS from here on.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset SignsFrom { get; private init; }
}
