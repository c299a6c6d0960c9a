using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gateway.Limits;

/// <summary>
/// Whose Authorization was good a moment ago, by digest: so that a request counts for its client before its signature or
/// secret is checked again, and somebody else's garbage from the same address does not. It lets nobody in.
/// </summary>
public sealed class KnownCredentials
{
    private const int Most = 20_000;
    private const long SweepEvery = 60_000;

    private readonly Bounded<UInt128, Known> good = new(Most, SweepEvery, (known, now) => known.Until <= now);

    /// <summary>Whose they are, if they were good and have not expired.</summary>
    public string? Owner(string authorization, long now) =>
        good.Find(DigestOf(authorization)) is { } known && known.Until > now ? known.Owner : null;

    public void Remember(string authorization, string owner, TimeSpan life, long now) =>
        good.Add(DigestOf(authorization), new Known(owner, now + (long)life.TotalMilliseconds), now);

    public static UInt128 DigestOf(string authorization)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(authorization.AsSpan()), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    private sealed record Known(string Owner, long Until);
}
