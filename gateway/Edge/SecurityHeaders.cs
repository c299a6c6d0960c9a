using Microsoft.Extensions.Primitives;

namespace Gateway.Edge;

/// <summary>Set last, on everything that leaves, over whatever a service has said.</summary>
public static class SecurityHeaders
{
    /// <summary>An API's answer is no page: it loads nothing, and nobody frames it.</summary>
    private static readonly StringValues NoPage = "default-src 'none'; frame-ancestors 'none'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues TwoYears = "max-age=63072000; includeSubDomains";

    /// <summary>A page that needs more than nothing says so here.</summary>
    public static void AllowOnPage(HttpContext http, StringValues policy) => http.Response.Headers.ContentSecurityPolicy = policy;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Set, http);
        return next(http);
    });

    private static Task Set(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = NoReferrer;
        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
            headers.ContentSecurityPolicy = NoPage;
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
            headers.CacheControl = NoStore;
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = TwoYears;
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
        return Task.CompletedTask;
    }
}
