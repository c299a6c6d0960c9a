using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests;

/// <summary>A good assertion, to be spoilt by a test.</summary>
internal sealed record Assertion(string Issuer, DateTimeOffset Now)
{
    public string Subject { get; init; } = Issuer;
    public object? Audience { get; init; } = IdentityFixture.Issuer;
    public DateTimeOffset? Expires { get; init; } = Now.AddMinutes(4);
    public DateTimeOffset? IssuedAt { get; init; } = Now;
    public DateTimeOffset? NotBefore { get; init; }
    public string? Id { get; init; } = Guid.NewGuid().ToString();

    public string Sign(SecurityKey key, string algorithm, Dictionary<string, object>? header = null) => Create(new SecurityTokenDescriptor
    {
        Claims = Claims(),
        SigningCredentials = new SigningCredentials(key, algorithm),
        AdditionalHeaderClaims = header,
    });

    public string Unsigned() => Create(new SecurityTokenDescriptor { Claims = Claims() });

    private static string Create(SecurityTokenDescriptor descriptor) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);

    private Dictionary<string, object> Claims()
    {
        var claims = new Dictionary<string, object> { ["iss"] = Issuer, ["sub"] = Subject };
        if (Audience is not null) claims["aud"] = Audience;
        if (Expires is { } expires) claims["exp"] = expires.ToUnixTimeSeconds();
        if (IssuedAt is { } issuedAt) claims["iat"] = issuedAt.ToUnixTimeSeconds();
        if (NotBefore is { } notBefore) claims["nbf"] = notBefore.ToUnixTimeSeconds();
        if (Id is not null) claims["jti"] = Id;
        return claims;
    }
}
