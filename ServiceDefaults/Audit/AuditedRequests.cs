using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ServiceDefaults.Access;

namespace ServiceDefaults.Audit;

/// <summary>Lets every save within a request know whose it is. Nothing, for whoever is not known.</summary>
internal sealed class AuditedRequests : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(proceed => http => HandleAsync(http, proceed));
        next(app);
    };

    private static async Task HandleAsync(HttpContext http, RequestDelegate proceed)
    {
        var running = true;
        Undertaking.Begin(() => running ? Of(http) : null);
        try
        {
            await proceed(http);
        }
        finally
        {
            // What goes on behind the answer is not the caller's any more, and the request's own data are gone.
            running = false;
        }
    }

    private static Undertaking? Of(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated != true || http.GetEndpoint() is not RouteEndpoint endpoint) return null;
        var caller = Caller.From(http.User);
        return new Undertaking(
            caller.AsActor(http), AuditedRoute.ActionOf(http, endpoint), caller.Hub, AuditedRoute.IdOf(http, endpoint), AuditedRoute.CollectionOf(http, endpoint));
    }
}
