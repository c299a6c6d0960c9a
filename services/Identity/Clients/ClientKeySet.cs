using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Clients;

/// <summary>A client's public key (RFC 7517): P-256, or RSA of 2048 to 4096 bits. No private member is accepted.</summary>
public sealed record ClientKey
{
    [JsonPropertyName("kty"), Required, RegularExpression("^(EC|RSA)$", ErrorMessage = "EC or RSA.")]
    public required string Type { get; init; }

    [JsonPropertyName("kid"), StringLength(100)] public string? KeyId { get; init; }
    [JsonPropertyName("use"), RegularExpression("^sig$", ErrorMessage = "Only sig.")] public string? Use { get; init; }

    [JsonPropertyName("alg"), RegularExpression("^(ES256|PS256|RS256)$", ErrorMessage = "ES256, PS256 or RS256.")]
    public string? Algorithm { get; init; }

    [JsonPropertyName("crv"), RegularExpression("^P-256$", ErrorMessage = "Only P-256.")] public string? Curve { get; init; }
    [JsonPropertyName("x"), StringLength(64)] public string? X { get; init; }
    [JsonPropertyName("y"), StringLength(64)] public string? Y { get; init; }
    [JsonPropertyName("n"), StringLength(700)] public string? Modulus { get; init; }
    [JsonPropertyName("e"), StringLength(8)] public string? Exponent { get; init; }
}

/// <summary>The public keys that a client signs its assertions with; two while it changes over from one to the next.</summary>
public sealed record ClientKeySet([property: JsonPropertyName("keys"), Required, MinLength(1), MaxLength(4)] IReadOnlyList<ClientKey> Keys)
{
    private static readonly JsonSerializerOptions Bare = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What is wrong with the keys; null where nothing is.</summary>
    internal string? Fault() =>
        Keys.Any(key => !IsUsable(key)) ? "Each key must be a P-256 point or an RSA modulus of 2048 to 4096 bits with exponent AQAB."
        : Keys.Count > 1 && Keys.DistinctBy(key => key.KeyId).Count() < Keys.Count ? "Several keys need a kid each, and each another."
        : null;

    internal string ToJson() => JsonSerializer.Serialize(this, Bare);

    private static bool IsUsable(ClientKey key)
    {
        try
        {
            if (key.Type == "RSA")
            {
                return key is { Modulus: { } modulus, Exponent: "AQAB", X: null, Y: null, Curve: null, Algorithm: not "ES256" }
                    && Base64UrlEncoder.DecodeBytes(modulus) is { Length: >= 256 and <= 512 } bytes && bytes[0] > 0;
            }

            // Importing it proves that the point is on the curve.
            return key is { Curve: not null, X: not null, Y: not null, Modulus: null, Exponent: null, Algorithm: null or "ES256" }
                && ECKey.IsOnCurve(Base64UrlEncoder.DecodeBytes(key.X), Base64UrlEncoder.DecodeBytes(key.Y));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
