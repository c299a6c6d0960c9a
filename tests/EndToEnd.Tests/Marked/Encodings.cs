using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.Marked;

/// <summary>How a text may come along: as it is, escaped, in another alphabet, or hashed. As bytes, one char each (Latin-1).</summary>
internal static class Encodings
{
    public const string Plain = "plain";
    public const string Digest = "SHA-256, hexadecimal";

    private static readonly (string Name, Func<byte[], byte[]> Of)[] Hashes =
        [("MD5", MD5Of), ("SHA-1", SHA1Of), ("SHA-256", SHA256.HashData), ("SHA-384", SHA384.HashData), ("SHA-512", SHA512.HashData)];

    public static IEnumerable<(string Name, string Bytes)> Of(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return (Plain, Latin(utf8));
        yield return ("UTF-16LE", Latin(Encoding.Unicode.GetBytes(text)));
        yield return ("UTF-16BE", Latin(Encoding.BigEndianUnicode.GetBytes(text)));
        yield return ("hexadecimal", Convert.ToHexStringLower(utf8));
        yield return ("percent-encoded", Uri.EscapeDataString(text));
        yield return ("form-encoded", WebUtility.UrlEncode(text));
        yield return ("JSON", JsonSerializer.Serialize(text)[1..^1]);
        yield return ("HTML", WebUtility.HtmlEncode(text));
        for (var shift = 0; shift < 3; shift++)
        {
            // Wherever it begins in a longer value: the characters that depend on it alone.
            var whole = Convert.ToBase64String([.. new byte[shift], .. utf8]);
            var inner = whole[(shift == 0 ? 0 : shift + 1)..((shift + utf8.Length) * 8 / 6)];
            yield return ($"base64 behind {shift}", inner);
            yield return ($"base64url behind {shift}", Url(inner));
        }

        foreach (var said in new[] { text, text.ToLowerInvariant(), text.ToUpperInvariant() }.Distinct())
        {
            foreach (var (name, hash) in Hashes)
            {
                var digest = hash(Encoding.UTF8.GetBytes(said));
                yield return ($"{name}, bytes", Latin(digest));
                yield return ($"{name}, hexadecimal", Convert.ToHexStringLower(digest));
                yield return ($"{name}, base64", Convert.ToBase64String(digest).TrimEnd('='));
                yield return ($"{name}, base64url", Url(Convert.ToBase64String(digest).TrimEnd('=')));
            }
        }
    }

    public static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private static string Url(string base64) => base64.Replace('+', '-').Replace('/', '_');

#pragma warning disable CA5350, CA5351 // looked for, not relied on
    private static byte[] MD5Of(byte[] bytes) => MD5.HashData(bytes);

    private static byte[] SHA1Of(byte[] bytes) => SHA1.HashData(bytes);
#pragma warning restore CA5350, CA5351
}
