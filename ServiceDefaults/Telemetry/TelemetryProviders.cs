using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ServiceDefaults.Messaging;
using ServiceDefaults.Work;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// Builds the providers with the host and flushes them with it (OpenTelemetry.Extensions.Hosting is absent from part of
/// the feeds). .NET's own sources say enough; no instrumentation package is needed.
/// </summary>
internal sealed class TelemetryProviders(ResourceBuilder resource, IConfiguration configuration) : IHostedService, IDisposable
{
    /// <summary>MassTransit's own spans carry the texts of exceptions, so the journal's way is told by ours alone.</summary>
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", JournalTelemetry.Name];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "MassTransit",
        JournalTelemetry.Name, WorkTelemetry.Name, "FourthP.Gateway",
    ];

    private readonly ActivityListener withoutMessages = NoMessageInSpans.Listener(Sources);
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ActivitySource.AddActivityListener(withoutMessages);
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .AddProcessor(new OnlyKnownTags())
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
        withoutMessages.Dispose();
    }
}
