using System.Security.Cryptography;
using System.Text;

namespace Identity.Tokens;

/// <summary>An assertion that was used, remembered until it expires: it is good for one token.</summary>
public sealed class UsedAssertion
{
    /// <summary>SHA-256 over client id and <c>jti</c>: of one length, and compared alike by every database's collation.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    internal static string DigestOf(string clientId, string jti) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId}\n{jti}")));
}
