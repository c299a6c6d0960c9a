using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge;

/// <summary>
/// A body announced as too large is refused before a service hears of it; one that grows too large is cut off by Kestrel.
/// A route that takes more than the others (documents) says so by its <c>MaxRequestBodySize</c>.
/// </summary>
public static class BodyLimit
{
    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var feature = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        // YARP sets it too, but only where it forwards: by then the body has begun to be read.
        if (feature is { IsReadOnly: false } && http.GetReverseProxyFeature().Route.Config.MaxRequestBodySize is { } own)
            feature.MaxRequestBodySize = own;
        return feature?.MaxRequestBodySize is { } limit && http.Request.ContentLength > limit ? EdgeProblem.BodyTooLarge(http, limit) : next(http);
    }
}
