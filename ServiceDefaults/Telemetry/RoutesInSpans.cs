using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// A request's span tells its route, the pattern, and how it was answered: ASP.NET Core says both of measurements alone, and
/// of a span only the path, which does not leave the process.
/// </summary>
internal sealed class RoutesInSpans : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            await rest(http);
            if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span) Tell(span, http);
        });
        next(app);
    };

    private static void Tell(Activity span, HttpContext http)
    {
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        // Where something was thrown the endpoint is gone, and what answered has told the route.
        var route = span.GetTagItem("http.route") as string ?? (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (route is null) return;
        span.SetTag("http.route", route);
        // As what the framework knows it: a method of the client's own invention is _OTHER.
        span.DisplayName = string.Create(CultureInfo.InvariantCulture, $"{span.GetTagItem("http.request.method")} {route}");
    }
}
