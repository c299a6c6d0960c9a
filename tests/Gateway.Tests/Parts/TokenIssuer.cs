using System.Security.Cryptography;
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
        string audience = "fourth-p", string? issuer = null, TimeSpan? expiresIn = null, string type = "at+jwt", ECDsa? signedWith = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = issuer ?? Issuer,
            Audience = audience,
            IssuedAt = DateTime.UtcNow.AddMinutes(-1),
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            Expires = DateTime.UtcNow + (expiresIn ?? TimeSpan.FromMinutes(9)),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "cedar-house", ["client_id"] = "cedar-house", ["jti"] = Guid.NewGuid().ToString("N"),
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
            "/.well-known/jwks.json" => http.Response.WriteAsJsonAsync(new { keys = new[] { PublicKey() } }),
            _ => throw new InvalidOperationException($"Nobody asks a token service for {http.Request.Path}."),
        };
    }

    public void Dispose() => key.Dispose();

    private object PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = "test",
            x = Base64UrlEncoder.Encode(point.Q.X), y = Base64UrlEncoder.Encode(point.Q.Y),
        };
    }
}
