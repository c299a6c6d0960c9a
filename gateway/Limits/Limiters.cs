using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Gateway.Limits;

/// <summary>
/// Whose share a request counts for. This is decided before authentication, which costs a signature: a client whose token
/// was good before is known by it, everybody else by address until a token has proved good.
/// </summary>
public sealed class Limiters(IOptions<LimitSettings> options, TimeProvider clock)
{
    private static readonly PathString TokenEndpoint = "/api/identity/token";
    private static readonly TimeSpan SecretsKnownFor = TimeSpan.FromDays(1);

    private readonly Shares<string> clients = new(new LimitPolicy("client", options.Value.Client, options.Value));
    private readonly Shares<UInt128> addresses = new(new LimitPolicy("address", options.Value.Address, options.Value));
    private readonly Shares<UInt128> tokenRequests = new(new LimitPolicy("token", options.Value.Token, options.Value));
    private readonly KnownCredentials tokens = new();
    private readonly KnownCredentials secrets = new();

    /// <summary>Requests of everybody.</summary>
    public InFlight Everybody { get; } = new(options.Value.TotalInFlight);

    private long Now => clock.GetTimestamp() / (clock.TimestampFrequency / 1000);

    public static bool IsTokenRequest(HttpContext http) => http.Request.Path.StartsWithSegments(TokenEndpoint);

    public async ValueTask<(Share Share, Standing Standing)> TakeAsync(HttpContext http)
    {
        var now = Now;
        string? authorization = http.Request.Headers.Authorization;
        var address = AddressKey.Of(http.Connection.RemoteIpAddress);
        if (IsTokenRequest(http))
            return Take(tokenRequests.Of(authorization is not null && secrets.Owner(authorization, now) is not null ? KnownCredentials.DigestOf(authorization) : address, now), now);
        if (authorization is null)
            return Take(addresses.Of(address, now), now);
        if (tokens.Owner(authorization, now) is { } known)
            return Take(clients.Of(known, now), now);

        var unknown = Take(addresses.Of(address, now), now);
        if (!unknown.Standing.Allowed)
            return unknown;
        // The authentication that follows in the pipeline takes this result; nothing is checked twice.
        var ticket = await http.AuthenticateAsync();
        if (ticket.Principal?.FindFirst("sub")?.Value is not { } client)
            return unknown;
        if (ticket.Properties?.ExpiresUtc is { } expires)
            tokens.Remember(authorization, client, expires - clock.GetUtcNow(), now);
        return Take(clients.Of(client, now), now);
    }

    /// <summary>
    /// A token was given for what the request's header says: whoever sends it again has a share of its own, which nobody at
    /// the same address can use up.
    /// </summary>
    public void RememberSecret(HttpContext http)
    {
        if (http.Request.Headers.Authorization is [{ } authorization])
            secrets.Remember(authorization, "", SecretsKnownFor, Now);
    }

    private static (Share Share, Standing Standing) Take(Share share, long now) => (share, share.Take(now));
}
