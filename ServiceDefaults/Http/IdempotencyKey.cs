using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ServiceDefaults.Http;

/// <summary>
/// A client's key, and what is derived from it. The key itself is not stored: kept answers may hold what is shown only
/// once, so they are sealed with it, and opened only by whoever sends it again.
/// </summary>
internal sealed class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Where it seals a secret: 128 bits, in base64url.</summary>
    public const int ShortestForSecret = 22;

    private const int Longest = 200;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] macKey;
    private readonly byte[] sealKey;

    private IdempotencyKey(string key, string caller)
    {
        // Another provider's subjects may be longer (255) than the column.
        Caller = caller.Length <= Longest ? caller : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caller)));
        Name = Derive("name");
        macKey = Derive("digest");
        sealKey = Derive("seal");

        byte[] Derive(string purpose) => HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), 32, Encoding.UTF8.GetBytes(caller), Encoding.UTF8.GetBytes(purpose));
    }

    public string Caller { get; }

    public string StoredName => Convert.ToHexStringLower(Name);

    private byte[] Name { get; }

    /// <summary>As a structured-field string in double quotes (the IETF draft), or bare as most clients send it.</summary>
    public static IdempotencyKey Parse(StringValues header, string caller, bool sealsSecret = false)
    {
        var text = header is [{ } only] ? only.Trim() : "";
        if (text is ['"', .. var quoted, '"'])
            text = quoted;
        // 0x21 to 0x7E without quotes and backslashes: no escapes to disagree about.
        if (text.Length is 0 or > Longest || text.Any(c => c is < '!' or > '~' or '"' or '\\'))
            throw new InvalidRequestException(Header, $"Send one key of 1 to {Longest} visible ASCII characters, such as a UUID.");
        if (sealsSecret && text.Length < ShortestForSecret)
            throw new InvalidRequestException(Header, $"This answer holds a secret: send a random key of at least {ShortestForSecret} characters, such as a UUID.");
        return new IdempotencyKey(text, caller);
    }

    /// <summary>
    /// What makes two requests the same: where they go, for whom, with which rights, and every byte of the body. Whoever
    /// lost a role since is not told again what only that role could ask.
    /// </summary>
    public string DigestOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, macKey);
        var user = request.HttpContext.User;
        foreach (var part in new string?[]
                 {
                     request.Method, (request.PathBase + request.Path).Value, request.QueryString.Value,
                     user.FindFirst("agency")?.Value, user.FindFirst("task_force")?.Value, user.FindFirst("seat")?.Value,
                     user.FindFirst("agency_class")?.Value, user.FindFirst("hub")?.Value,
                     string.Join(' ', user.FindAll("role").Select(role => role.Value).Distinct().Order(StringComparer.Ordinal)),
                 })
        {
            mac.AppendData(Encoding.UTF8.GetBytes(part + "\n"));
        }

        mac.AppendData(body);
        return Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    public byte[] Seal(ReadOnlySpan<byte> body)
    {
        var kept = new byte[NonceSize + TagSize + body.Length];
        RandomNumberGenerator.Fill(kept.AsSpan(0, NonceSize));
        using var aes = new AesGcm(sealKey, TagSize);
        aes.Encrypt(kept.AsSpan(0, NonceSize), body, kept.AsSpan(NonceSize + TagSize), kept.AsSpan(NonceSize, TagSize));
        return kept;
    }

    public byte[] Open(ReadOnlySpan<byte> kept)
    {
        var body = new byte[kept.Length - NonceSize - TagSize];
        using var aes = new AesGcm(sealKey, TagSize);
        aes.Decrypt(kept[..NonceSize], kept[(NonceSize + TagSize)..], kept.Slice(NonceSize, TagSize), body);
        return body;
    }
}
