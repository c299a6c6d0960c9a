using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceDefaults.Access;
using ServiceDefaults.Health;
using ServiceDefaults.Http;
using ServiceDefaults.Messaging;
using ServiceDefaults.OpenApi;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults;

/// <summary>What every service shares, in two lines of its Program.cs.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Telemetry, health, access, problems, JSON, limits, OpenAPI and service clients.</summary>
    /// <param name="service">The service's name on the wire, such as <c>case-referral</c>.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddTelemetry(service);
        builder.AddRequestLimits();
        builder.AddAccess();
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddProblems();
        services.AddStrictJson();
        services.AddHealth();
        services.AddServiceOpenApi(service);
        services.AddSingleton<RunningKeys>();
        services.AddHostedService<KeptAnswerPurge>();
        return builder;
    }

    /// <summary>
    /// The pipeline, and the endpoints that every service has; returns the group that all features map on:
    /// authenticated, idempotent POSTs, problems for every error.
    /// </summary>
    public static RouteGroupBuilder MapServiceDefaults(this WebApplication app)
    {
        app.UseAnswerHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseNoNullInAddress();
        app.UseRouting();
        app.UseUnseenRequests();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOnlyUtf8();
        app.UseMiddleware<IdempotentPosts>();

        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var api = app.MapApi();
        // A service without a journal has no AddMessaging, and nothing to feed.
        if (app.Services.GetService<ServiceName>() is not null)
            api.MapMessaging();
        return api;
    }
}
