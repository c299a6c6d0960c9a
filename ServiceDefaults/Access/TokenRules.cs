using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceDefaults.Access;

/// <summary>Which tokens are good: signed by the authority's published keys, for us, alive, and not ended since.</summary>
internal sealed class TokenRules(Authority authority, IOptions<AccessOptions> options, EndedAccessList ended, TimeProvider time)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    private static readonly string[] Types = ["at+jwt", "application/at+jwt", "JWT"];
    /// <summary>They decide what may be read; which of two would count is a guess.</summary>
    private static readonly string[] SaidOnce = ["sub", "agency", "agency_class", "hub", "task_force", "seat"];

    private readonly AccessOptions access = options.Value;

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.ConfigurationManager = authority.Metadata;
        options.RefreshOnIssuerKeyNotFound = true;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = authority.Issuer,
            ValidAudience = access.Audience,
            // Keys come from the metadata alone: a token's own jku, x5u, jwk and x5c are never looked at.
            ValidAlgorithms = access.AcceptedAlgorithms,
            ValidTypes = Types,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsAlive,
            NameClaimType = "sub",
            RoleClaimType = "role",
        };
        options.Events = new JwtBearerEvents { OnTokenValidated = CheckClaims, OnAuthenticationFailed = TellUnreachable };
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (expires is null || expires <= now - access.ClockSkew)
            throw new SecurityTokenExpiredException { Expires = expires ?? DateTime.MinValue };
        if (notBefore is { } from && from > now + access.ClockSkew)
            throw new SecurityTokenNotYetValidException { NotBefore = from };
        return expires <= now + access.LongestTokenLife + access.ClockSkew;
    }

    private Task CheckClaims(TokenValidatedContext context)
    {
        var user = context.Principal!;
        if (string.IsNullOrEmpty(user.FindFirstValue("sub")))
            context.Fail("A token without a subject.");
        else if (SaidOnce.Any(claim => user.FindAll(claim).Skip(1).Any()))
            context.Fail("A token that says twice for whom it acts.");
        else if (context.SecurityToken is JsonWebToken token && token.TryGetHeaderValue<object>("crit", out _))
            context.Fail("A token with extensions that are not understood here.");
        else if (ended.Holds(user))
            context.Fail("This access has ended.");
        return Task.CompletedTask;
    }

    /// <summary>The token may be good: 503 and not 401 where its keys cannot be had. The library tells only that it has none.</summary>
    private async Task TellUnreachable(AuthenticationFailedContext context)
    {
        if (context.Exception is not SecurityTokenSignatureKeyNotFoundException || context.Options.ConfigurationManager is not { } metadata)
            return;
        try
        {
            await metadata.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException exception)
        {
            throw new AuthorityUnreachableException(exception);
        }
    }
}
