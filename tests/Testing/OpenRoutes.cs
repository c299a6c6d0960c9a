using ServiceDefaults.Access;
using Xunit;

namespace Testing;

/// <summary>What of a service is open to everybody: a short list that each service's tests hold.</summary>
public static class OpenRoutes
{
    private static readonly string[] OfEveryService = ["GET /openapi/{documentName}.json", "* /health/live", "* /health/ready"];

    /// <summary>Only these, besides what every service opens; each other route wants a token.</summary>
    public static void AreOnly(IServiceProvider service, params string[] own)
    {
        var routes = RouteTable.Of(service);
        Assert.Equal(
            own.Concat(OfEveryService).Order(StringComparer.Ordinal),
            routes.Where(route => route.Anonymous).Select(route => $"{route.Method} {route.Pattern}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(routes, route => !route.Anonymous && !route.Authorised);
    }
}
