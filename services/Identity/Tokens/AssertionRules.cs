using Identity.Clients;
using Identity.Discovery;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tokens;

/// <summary>What an assertion must be to stand for a client (RFC 7523, 3; stricter on lifetime and audience).</summary>
internal sealed class AssertionRules(IssuerAddress address, TimeProvider time)
{
    public static readonly IReadOnlyList<string> Algorithms =
        [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSha256];

    private const int LongestTokenId = 200;
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    /// <summary>How far ahead a client's clock may be. Expiry has no such grace: the jti is remembered until then, not longer.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>Null where the assertion is good; replay is not looked at here.</summary>
    public async Task<RefusalReason?> CheckAsync(Client client, JsonWebToken assertion)
    {
        if (client.Jwks is null) return RefusalReason.WrongMethod;
        if (!Algorithms.Contains(assertion.Alg)) return RefusalReason.WrongAlgorithm;
        // Audience first by issuer's name, then by the token endpoint as the public reaches it. Never by the Host header:
        // whoever was sent an assertion meant for itself could pass it on here under its own name.
        if (assertion.Audiences.ToArray() is not [var audience] || (audience != address.Issuer && audience != $"{address.Issuer}/token"))
            return RefusalReason.WrongAudience;
        if (assertion.Issuer != client.ClientId || assertion.Subject != client.ClientId) return RefusalReason.WrongIssuer;
        if (CheckTimes(assertion) is { } reason) return reason;
        if (assertion.Id is not { Length: > 0 and <= LongestTokenId }) return RefusalReason.NoTokenId;

        var result = await handler.ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            // The client's registered keys and no others: a key, or an address of keys, in the header is not looked at.
            IssuerSigningKeys = new JsonWebKeySet(client.Jwks).GetSigningKeys(),
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            // Checked above, each with a reason of its own.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid ? null : RefusalReason.WrongSignature;
    }

    public static DateTimeOffset ExpiryOf(JsonWebToken assertion) => new(assertion.ValidTo, TimeSpan.Zero);

    private RefusalReason? CheckTimes(JsonWebToken assertion)
    {
        var now = time.GetUtcNow();
        // ValidTo and the others are the earliest date where the claim is absent.
        if (assertion.ValidTo == DateTime.MinValue || ExpiryOf(assertion) <= now) return RefusalReason.Expired;
        if (ExpiryOf(assertion) > now + LongestLife + ClockTolerance) return RefusalReason.TooLong;
        return assertion.ValidFrom > now.UtcDateTime + ClockTolerance || assertion.IssuedAt > now.UtcDateTime + ClockTolerance
            ? RefusalReason.NotYetValid
            : null;
    }
}
