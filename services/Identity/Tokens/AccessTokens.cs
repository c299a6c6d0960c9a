using Identity.Clients;
using Identity.Discovery;
using Identity.Keys;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ServiceDefaults.Access;

namespace Identity.Tokens;

internal sealed record AccessToken(string Value, string TokenId, string KeyId);

/// <summary>Writes access tokens (RFC 9068).</summary>
internal sealed class AccessTokens(KeyRing ring, IssuerAddress address, IOptions<AccessOptions> access, TimeProvider time)
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<AccessToken> IssueAsync(Client client, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        var credentials = await ring.SigningCredentialsAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var tokenId = Guid.NewGuid().ToString("N");
        var value = handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = address.Issuer,
            Audience = access.Value.Audience,
            IssuedAt = now,
            Expires = now + IdentitySettings.TokenLifetime,
            Claims = Claims(client, scopes, tokenId),
            SigningCredentials = credentials,
        });
        return new AccessToken(value, tokenId, credentials.Key.KeyId);
    }

    private static Dictionary<string, object> Claims(Client client, IReadOnlyList<string> scopes, string tokenId)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = client.ClientId,
            ["client_id"] = client.ClientId,
            ["jti"] = tokenId,
            ["role"] = client.Roles.ToArray(),
        };
        if (client.AgencyId is { } agency) claims["agency"] = agency.ToString();
        if (client.AgencyClass is { } agencyClass) claims["agency_class"] = agencyClass.ToString();
        if (client.Hub is { } hub) claims["hub"] = hub;
        if (client.TaskForceId is { } taskForce) claims["task_force"] = taskForce.ToString();
        if (client.SeatId is { } seat) claims["seat"] = seat.ToString();
        if (scopes.Count > 0) claims["scope"] = string.Join(' ', scopes);
        return claims;
    }
}
