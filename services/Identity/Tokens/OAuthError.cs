using System.Globalization;
using System.Text.Json.Serialization;

namespace Identity.Tokens;

/// <summary>An error of the token endpoint (RFC 6749, 5.2).</summary>
public sealed record OAuthErrorBody(
    [property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string Description);

/// <summary>
/// Tells the caller no more than it must know: whoever cannot authenticate reads one and the same text, whatever was wrong.
/// </summary>
internal sealed class OAuthError(Refusal refusal) : IResult
{
    private const string NotAuthenticated = "The client could not be authenticated by client_secret_basic or private_key_jwt.";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (status, error, description) = Describe();
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        if (status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Basic realm=\"fourth-p\", charset=\"UTF-8\"";
        if (refusal.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await response.WriteAsJsonAsync(new OAuthErrorBody(error, description), httpContext.RequestAborted);
    }

    private (int Status, string Error, string Description) Describe() => refusal.Reason switch
    {
        RefusalReason.MalformedRequest => (400, "invalid_request",
            "Send one form (application/x-www-form-urlencoded) with each parameter once, and nothing in the query."),
        RefusalReason.SeveralAuthentications => (400, "invalid_request", "Authenticate in one way only, and as one client."),
        RefusalReason.UnsupportedGrantType => (400, "unsupported_grant_type", "Only client_credentials is supported."),
        RefusalReason.UnknownScope => (400, "invalid_scope", "A scope was asked for that this client does not have."),
        RefusalReason.Suspended => (400, "unauthorized_client", "The agency's membership of this task force is suspended."),
        RefusalReason.Delayed => (429, "temporarily_unavailable", "Too many failed attempts: wait as long as Retry-After says."),
        RefusalReason.Busy => (503, "temporarily_unavailable", "Too many requests at once: wait as long as Retry-After says."),
        RefusalReason.SecretInBody => (401, "invalid_client", "client_secret_post is not supported: use client_secret_basic or private_key_jwt."),
        _ => (401, "invalid_client", NotAuthenticated),
    };
}
