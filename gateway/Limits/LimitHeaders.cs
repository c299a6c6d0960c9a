using System.Globalization;

namespace Gateway.Limits;

/// <summary>RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers), on every answer that a quota was used for.</summary>
public static class LimitHeaders
{
    /// <summary>When the answer starts: what goes wrong on the way there clears headers.</summary>
    public static void Tell(HttpContext http, LimitPolicy policy, Standing standing) =>
        http.Response.OnStarting(SetAsync, new Told(http.Response, policy, standing));

    private static Task SetAsync(object state)
    {
        var told = (Told)state;
        var headers = told.Response.Headers;
        headers["RateLimit-Policy"] = told.Policy.Header;
        headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture, $"\"{told.Policy.Name}\";r={told.Standing.Remaining};t={told.Standing.Reset}");
        return Task.CompletedTask;
    }

    private sealed record Told(HttpResponse Response, LimitPolicy Policy, Standing Standing);
}
