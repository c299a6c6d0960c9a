using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge;

/// <summary>A body announced as too large is refused before a service hears of it; one that grows too large is cut off by Kestrel.</summary>
public static class BodyLimit
{
    public static Task CheckAsync(HttpContext http, RequestDelegate next) =>
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } limit && http.Request.ContentLength > limit
            ? EdgeProblem.BodyTooLarge(http, limit)
            : next(http);
}
