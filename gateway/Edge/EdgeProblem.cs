using System.Globalization;
using Gateway.Limits;
using ServiceDefaults.Http;

namespace Gateway.Edge;

/// <summary>The gateway's own refusals: what happened, and what to do next.</summary>
public static class EdgeProblem
{
    public static Task NotFound(HttpContext http) => Problems.NotFound().ExecuteAsync(http);

    public static Task PathNotPlain(HttpContext http) => Problems.Of(StatusCodes.Status400BadRequest, "path-not-plain",
        "A path is made of letters, digits, '-', '.', '_' and '~' between single slashes, without percent-encoding. Write it so.").ExecuteAsync(http);

    public static Task MethodNotAllowed(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
        return Problems.Of(StatusCodes.Status405MethodNotAllowed).ExecuteAsync(http);
    }

    public static Task UriTooLong(HttpContext http) => Problems.Of(StatusCodes.Status414UriTooLong,
        detail: $"Path and query may have {PlainRequests.MaxTarget} characters. Shorten the query, or ask in several requests.").ExecuteAsync(http);

    public static Task BodyTooLarge(HttpContext http, long? limit) => Problems.Of(StatusCodes.Status413PayloadTooLarge,
        detail: limit is null ? null : $"A request's body may have {limit} bytes here. Send it in parts.").ExecuteAsync(http);

    public static Task BodyTooSlow(HttpContext http) => Problems.Of(StatusCodes.Status408RequestTimeout).ExecuteAsync(http);

    public static Task BodyBroken(HttpContext http) => Problems.Of(StatusCodes.Status400BadRequest, "body-broken",
        "The request's body broke off or was not framed as HTTP says. Send it again, whole.").ExecuteAsync(http);

    public static Task HeadTooLarge(HttpContext http) => Problems.Of(StatusCodes.Status431RequestHeaderFieldsTooLarge, detail:
        $"A request may have {HeadLimit.MostFields} header fields of {HeadLimit.MostBytes} bytes together here. Send fewer or shorter ones.").ExecuteAsync(http);

    public static Task QuotaExceeded(HttpContext http, LimitPolicy policy, int afterSeconds) => Limited(
        http, StatusCodes.Status429TooManyRequests, policy.Name, afterSeconds,
        $"You may send {policy.Requests} requests in {policy.Seconds} s. Nothing was done. Wait as long as Retry-After says, then send it again.");

    public static Task TooManyAtOnce(HttpContext http, LimitPolicy policy) => Limited(
        http, StatusCodes.Status429TooManyRequests, policy.InFlightName, 1,
        $"You may have {policy.InFlight} requests open at once. Nothing was done. Wait for an answer before you send the next.");

    public static Task Busy(HttpContext http, string policy) => Limited(
        // Not all at once again.
        http, StatusCodes.Status503ServiceUnavailable, policy, Random.Shared.Next(1, 4),
        "Too much is being asked of the platform just now, and nothing was done. Wait as long as Retry-After says, then send it again.");

    /// <summary>Nothing reached the service.</summary>
    public static Task Unavailable(HttpContext http, int afterSeconds)
    {
        RetryAfter(http, afterSeconds);
        return Problems.Of(StatusCodes.Status503ServiceUnavailable,
            detail: "The service cannot be reached just now, and nothing was done. Wait as long as Retry-After says, then send it again.").ExecuteAsync(http);
    }

    public static Task NoAnswer(HttpContext http, int afterSeconds)
    {
        RetryAfter(http, afterSeconds);
        return Problems.Of(StatusCodes.Status504GatewayTimeout, detail: $"The service did not answer in time. {WhatNow(http)}").ExecuteAsync(http);
    }

    public static Task BrokenAnswer(HttpContext http) => Problems.Of(StatusCodes.Status502BadGateway,
        detail: $"The service's answer did not come through. {WhatNow(http)}").ExecuteAsync(http);

    private static Task Limited(HttpContext http, int status, string policy, int afterSeconds, string detail)
    {
        Refusals.Count(policy);
        RetryAfter(http, afterSeconds);
        return Problems.Limited(status, policy, detail).ExecuteAsync(http);
    }

    private static void RetryAfter(HttpContext http, int seconds) =>
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

    private static string WhatNow(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
        ? "Send it again later."
        : "It may have been done: send it again with the same Idempotency-Key, or read the resource first.";
}
