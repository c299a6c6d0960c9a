using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Attack.Tests.Platform;

/// <summary>A token put together by hand, so that any part of it can be wrong.</summary>
internal static class Jwt
{
    public static string Signed(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var content = $"{Part(header)}.{Part(claims)}";
        return $"{content}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    /// <summary>A key signs for one at a time.</summary>
    public static Func<byte[], byte[]> With(ECDsa key, HashAlgorithmName? hash = null) => content =>
    {
        lock (key) return key.SignData(content, hash ?? HashAlgorithmName.SHA256);
    };

    private static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
