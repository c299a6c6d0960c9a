using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests;

/// <summary>A resource server's view: nothing but the discovery document and what it points at.</summary>
internal static class ValidToken
{
    public static async Task<TokenValidationResult> CheckAsync(HttpClient at, string token, DateTimeOffset now)
    {
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(
            "/.well-known/openid-configuration", new Documents(at), CancellationToken.None);
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = "fourth-p",
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = ["ES256"],
            IssuerSigningKeys = configuration.SigningKeys,
            LifetimeValidator = (_, expires, _, _) => expires > now.UtcDateTime,
        });
    }

    private sealed class Documents(HttpClient at) : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => at.GetStringAsync(address, cancel);
    }
}
