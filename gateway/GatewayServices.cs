using System.Diagnostics;
using Gateway.Docs;
using Gateway.Edge;
using Gateway.Health;
using Gateway.Limits;
using Gateway.Routes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yarp.ReverseProxy.Configuration;

namespace Gateway;

/// <summary>All of the gateway's registrations, and its pipeline in the order that a request takes.</summary>
public static class GatewayServices
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<GatewayOptions>(builder.Configuration.GetSection("Gateway"));
        services.Configure<RouteOptions>(routing => routing.SetParameterPolicy<ExposedPath>(ExposedPath.Name));
        services.AddSingleton<DistributedContextPropagator, EdgePropagator>();
        services.AddSingleton<IProxyConfigProvider, HubReports>();
        services.AddSingleton<ClusterHealth>();
        services.AddSingleton<KnownProxies>();
        services.AddRequestTimeouts();
        services.AddLimits();
        services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
            .AddConfigFilter<DiscoveredDestinations>()
            .AddTransforms<PublicPrefix>()
            .ConfigureHttpClient((_, handler) => handler.ConnectTimeout =
                builder.Configuration.GetValue("Gateway:ConnectTimeout", TimeSpan.FromSeconds(2)));
    }

    public static void MapGateway(this WebApplication app)
    {
        if (app.Services.GetRequiredService<KnownProxies>().Believed is { } believed)
            app.UseForwardedHeaders(believed);
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UsePlainRequests();
        app.UseMiddleware<Admission>();
        app.UseDocsPage();
        app.UseForwardingProblems();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapGet("/health/live", () => TypedResults.Ok(new { status = nameof(HealthStatus.Healthy) })).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
        app.MapGet("/", () => TypedResults.Redirect("/docs/")).AllowAnonymous();
        app.MapGet(ApiDescriptions.PathOf("{service}"), ApiDescriptions.GetAsync).AllowAnonymous();
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(Unseen.ForgetAsync);
            proxy.Use(BodyLimit.CheckAsync);
            proxy.Use(WholeBody.AwaitAsync);
            proxy.Use(app.Services.GetRequiredService<ServiceInFlight>().CheckAsync);
            proxy.Use(OtherReplica.TryOnceAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
        app.MapFallback("{**path}", EdgeProblem.NotFound).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(ClusterHealth health)
    {
        var services = await health.AskAsync();
        var worst = services.Count == 0 ? HealthStatus.Unhealthy : services.Values.Min();
        return TypedResults.Json(
            new { status = worst.ToString(), services = services.ToDictionary(service => service.Key, service => service.Value.ToString()) },
            statusCode: worst == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
