using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace ServiceDefaults.Telemetry;

public static class TelemetryServices
{
    internal const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>One line of JSON a log entry; and traces, metrics and logs over OTLP where an endpoint is configured.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName = LineFormatter.Name);
        builder.Logging.AddConsoleFormatter<LineFormatter, LineFormatterOptions>();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, NoAddressInLogs>();
        // EF Core logs every failed save and command though it also throws; who catches it knows whether it matters.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return builder;

        // Without this a request's span has no tags at all, and a health check's is like any other.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var resource = ResourceOf(builder.Configuration, service);
        builder.Services.AddSingleton<IStartupFilter, RoutesInSpans>();
        builder.Services.AddHostedService(provider => new TelemetryProviders(resource, builder.Configuration));
        builder.Logging.AddOpenTelemetry(logs => logs
            .SetResourceBuilder(resource)
            .AddProcessor(new NoMessageInLogs())
            .AddOtlpExporter());
        return builder;
    }

    /// <summary>OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES, as the AppHost sets them; else the service's own name.</summary>
    private static ResourceBuilder ResourceOf(ConfigurationManager configuration, string service) =>
        ResourceBuilder.CreateEmpty()
            .AddService(configuration["OTEL_SERVICE_NAME"] ?? service, serviceNamespace: "fourth-p")
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
}
