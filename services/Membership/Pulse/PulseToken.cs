using System.Buffers.Text;
using System.Security.Cryptography;

namespace Membership.Pulse;

/// <summary>
/// What lets somebody answer once: the round, 32 random bytes, and the round's mark over both. Nothing of it is stored when
/// it is given, so nothing stored can tell to whom; when it is used, its digest is, so that it is used once.
/// </summary>
internal static class PulseToken
{
    public const int Length = 107;
    private const int IdSize = 16;
    private const int RandomSize = 32;
    private const int MarkSize = 32;
    private const int Size = IdSize + RandomSize + MarkSize;

    public static string Make(PulseRound round)
    {
        Span<byte> token = stackalloc byte[Size];
        round.Id.TryWriteBytes(token);
        RandomNumberGenerator.Fill(token.Slice(IdSize, RandomSize));
        HMACSHA256.HashData(round.TokenKey, token[..(IdSize + RandomSize)], token[(IdSize + RandomSize)..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Of which round it says it is; null where it is no token at all.</summary>
    public static Guid? RoundOf(string token) => Decode(token) is { } bytes ? new Guid(bytes.AsSpan(0, IdSize)) : null;

    /// <summary>Null unless this round's mark is on it.</summary>
    public static string? DigestOf(string token, PulseRound round)
    {
        if (round.TokenKey.Length == 0 || Decode(token) is not { } bytes) return null;

        var mark = HMACSHA256.HashData(round.TokenKey, bytes.AsSpan(0, IdSize + RandomSize));
        return CryptographicOperations.FixedTimeEquals(mark, bytes.AsSpan(IdSize + RandomSize)) ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;
    }

    private static byte[]? Decode(string token)
    {
        var bytes = new byte[Size];
        // The last character carries four bits too many; one that is not as it was made would be a second token of the same bytes.
        return token.Length == Length && Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var length) && length == Size
            && Base64Url.EncodeToString(bytes) == token ? bytes : null;
    }
}

/// <summary>Whoever has this seat, their first, was given a token for this round: nothing more, not when, not which. Kept until the round has closed.</summary>
public sealed class PulseTokenGiven
{
    public required Guid RoundId { get; init; }
    public required Guid SeatId { get; init; }
}

/// <summary>A token that was used. Its digest alone, and nothing of what was answered. Kept until its round has closed.</summary>
public sealed class PulseTokenUsed
{
    public required string Digest { get; init; }
    public required Guid RoundId { get; init; }
}
