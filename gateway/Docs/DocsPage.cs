using Gateway.Edge;
using Swashbuckle.AspNetCore.SwaggerUI;
using Yarp.ReverseProxy;

namespace Gateway.Docs;

/// <summary>The page at <c>/docs</c> that browses every service's API; its assets are the gateway's own.</summary>
public static class DocsPage
{
    /// <summary>The hash is the one inline style of the page: the colours of Swagger UI's logo.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseDocsPage(this WebApplication app)
    {
        var proxy = app.Services.GetRequiredService<IProxyStateLookup>();
        // A branch of its own: Swagger UI looks at every request that passes it.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/docs"), docs => docs
            .Use((http, next) =>
            {
                SecurityHeaders.AllowOnPage(http, Policy);
                return next(http);
            })
            .UseSwaggerUI(page =>
            {
                page.RoutePrefix = "docs";
                page.CacheLifetime = TimeSpan.FromMinutes(5);
                page.DocumentTitle = "Fourth P: APIs";
                // Evaluated for each visitor: a hub that was added since start is there.
                page.ConfigObject.Urls = proxy.GetClusters().Select(cluster => cluster.ClusterId).Order(StringComparer.Ordinal)
                    .Select(service => new UrlDescriptor { Name = service, Url = ApiDescriptions.PathOf(service) });
            }));
    }
}
