using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServiceDefaults.Health;

public static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", timeout: TimeSpan.FromSeconds(3));
        // The broker may be away: facts wait in the journal, and requests are answered all the same.
        return services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var broker in options.Registrations.Where(check => check.Tags.Contains("masstransit")))
                Degrade(broker);
        });
    }

    /// <summary>Live: the process answers. Ready: what it cannot do without is there.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static void Degrade(HealthCheckRegistration check)
    {
        var factory = check.Factory;
        check.Factory = provider => new AtWorstDegraded(factory(provider));
    }

    /// <summary>Names and states; never what a check found, which may tell addresses or accounts.</summary>
    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
        },
        http.RequestAborted);

    private sealed class AtWorstDegraded(IHealthCheck check) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            (await check.CheckHealthAsync(context, cancellationToken)) is { Status: HealthStatus.Healthy }
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded();
    }
}
