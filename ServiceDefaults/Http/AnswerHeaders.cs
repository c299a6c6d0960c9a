using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Http;

internal static class AnswerHeaders
{
    /// <summary>Nothing is guessed about an answer, nothing of it stays in a cache, and no page may run or frame it.</summary>
    public static IApplicationBuilder UseAnswerHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            var headers = response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            // Unless an endpoint says otherwise of a success, as the key set does.
            if (response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified) || !headers.CacheControl.ToString().Contains("max-age", StringComparison.Ordinal))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });

    /// <summary>A null character in an address is no name of anything, and PostgreSQL refuses it late.</summary>
    public static IApplicationBuilder UseNoNullInAddress(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true
            ? Problems.Of(StatusCodes.Status400BadRequest, detail: "Leave null characters out of the address.").ExecuteAsync(http)
            : next(http));
}
