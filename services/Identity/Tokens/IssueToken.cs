using System.Text.Json.Serialization;
using Identity.Audit;
using Identity.Clients;
using Identity.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Identity.Tokens;

/// <summary>A token (RFC 6749, 5.1).</summary>
public sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Scope)
{
    [JsonPropertyName("token_type")] public string TokenType { get; } = "Bearer";
}

internal static class IssueToken
{
    private const int LargestForm = 16 * 1024;

    // Not on the group that the other features are on: its answers are kept for repeated requests, and a token must not be.
    public static void MapTokens(this IEndpointRouteBuilder app) => app.MapPost("/token", HandleAsync)
        .AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestForm))
        .WithTags("Tokens").WithSummary("Get an access token: client_credentials, by client_secret_basic or private_key_jwt")
        .WithDescription("A form: grant_type=client_credentials; scope (optional); client_assertion_type and client_assertion where the client has keys.")
        .Produces<TokenResponse>().Produces<OAuthErrorBody>(400).Produces<OAuthErrorBody>(401).Produces<OAuthErrorBody>(429);

    private static async Task<IResult> HandleAsync(
        HttpContext http, IdentityDb db, ClientAuthentication authentication, AccessTokens tokens, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await TokenForm.ReadAsync(http.Request, cancellationToken) is not { } form)
            return new OAuthError(new Refusal(RefusalReason.MalformedRequest));
        if (!form.TryGetValue("grant_type", out var grant)) return new OAuthError(new Refusal(RefusalReason.MalformedRequest));
        if (grant != "client_credentials") return new OAuthError(new Refusal(RefusalReason.UnsupportedGrantType));

        var (presented, unreadable) = ClientCredentials.Read(http.Request.Headers.Authorization, form);
        if (presented is null) return await RefuseAsync(null, new Refusal(unreadable));

        var (client, refusal, toAudit) = await authentication.AuthenticateAsync(presented, http.Connection.RemoteIpAddress, cancellationToken);
        if (refusal is not null) return toAudit ? await RefuseAsync(client, refusal) : new OAuthError(refusal);
        if (await IsSuspendedAsync(db, client!, cancellationToken)) return await RefuseAsync(client, new Refusal(RefusalReason.Suspended));
        if (Scopes(client!, form["scope"]) is not { } scopes) return await RefuseAsync(client, new Refusal(RefusalReason.UnknownScope));

        var token = await tokens.IssueAsync(client!, scopes, cancellationToken);
        db.Audit.Add(http.Audit(AuditedAction.TokenIssued, time, client, reason: presented.GetType().Name, token: token));
        await db.SaveChangesAsync(cancellationToken);

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        return TypedResults.Ok(new TokenResponse(
            token.Value, (int)IdentitySettings.TokenLifetime.TotalSeconds, scopes.Count == 0 ? null : string.Join(' ', scopes)));

        async Task<IResult> RefuseAsync(Client? refused, Refusal because)
        {
            db.Audit.Add(http.Audit(AuditedAction.TokenRefused, time, refused, because.Reason.ToString()));
            await db.SaveChangesAsync(cancellationToken);
            return new OAuthError(because);
        }
    }

    /// <summary>The lists of ended access forget within days; a suspension may last longer.</summary>
    private static async Task<bool> IsSuspendedAsync(IdentityDb db, Client client, CancellationToken cancellationToken) =>
        client is { AgencyId: { } agency, TaskForceId: { } taskForce }
        && await db.ListedMembers.AnyAsync(
            member => member.TaskForceId == taskForce && member.AgencyId == agency && member.Suspended, cancellationToken);

    /// <summary>What was asked for, all that the client has where nothing was; null where it asked for more.</summary>
    private static IReadOnlyList<string>? Scopes(Client client, string? asked)
    {
        if (string.IsNullOrEmpty(asked)) return client.Scopes;
        var scopes = asked.Split(' ').Distinct().ToList();
        return scopes.All(client.Scopes.Contains) ? scopes : null;
    }
}
