using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gateway.Tests.Parts;

/// <summary>A token service as small as one can be: a discovery document, a key, and tokens signed with it.</summary>
public sealed class TokenIssuer : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static readonly string[] Roles = ["case-worker"];

    public required string Issuer { get; init; }

    public string Token(
        string audience = "fourth-p", string? issuer = null, TimeSpan? expiresIn = null, string type = "at+jwt", ECDsa? signedWith = null,
        string subject = "cedar-house", IDictionary<string, object>? header = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            AdditionalHeaderClaims = header,
            Issuer = issuer ?? Issuer,
            Audience = audience,
            IssuedAt = DateTime.UtcNow.AddMinutes(-1),
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            Expires = DateTime.UtcNow + (expiresIn ?? TimeSpan.FromMinutes(9)),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject, ["client_id"] = subject, ["jti"] = Guid.NewGuid().ToString("N"),
                ["agency"] = Guid.NewGuid().ToString(), ["agency_class"] = "VictimServices", ["hub"] = "harbor", ["role"] = Roles,
            },
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(signedWith ?? key) { KeyId = "test" }, SecurityAlgorithms.EcdsaSha256),
        });

    /// <summary>Serves discovery and keys on a backend.</summary>
    public void ServeOn(Backend backend)
    {
        backend.Answer = http => http.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => http.Response.WriteAsJsonAsync(new
            {
                issuer = Issuer, jwks_uri = $"{Issuer}/.well-known/jwks.json", token_endpoint = $"{Issuer}/token",
            }),
            "/.well-known/jwks.json" => http.Response.WriteAsJsonAsync(new { keys = new[] { PublicKey(key) } }),
            _ => throw new InvalidOperationException($"Nobody asks a token service for {http.Request.Path}."),
        };
    }

    public void Dispose() => key.Dispose();

    /// <summary>A certificate of a key's own making, as a token could bring it.</summary>
    public string Certificate(ECDsa of)
    {
        using var made = new CertificateRequest($"CN={new Uri(Issuer).Host}", of, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return Convert.ToBase64String(made.RawData);
    }

    public Dictionary<string, string> PublicKey(ECDsa of)
    {
        var point = of.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = "test",
            ["x"] = Base64UrlEncoder.Encode(point.Q.X), ["y"] = Base64UrlEncoder.Encode(point.Q.Y),
        };
    }
}
