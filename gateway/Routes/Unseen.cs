using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Routes;

/// <summary>
/// The trace of a request on a route that says so is not recorded, here or behind: its id, which the sender's own page may
/// have used for other requests, would tell who sent it (docs/adr/0012).
/// </summary>
public static class Unseen
{
    /// <summary>The route's metadata that says so.</summary>
    public const string Key = "Unseen";

    public static Task ForgetAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetReverseProxyFeature().Route.Config.Metadata?.ContainsKey(Key) is true
            && http.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
        {
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            activity.IsAllDataRequested = false;
        }

        return next(http);
    }
}
