using System.Collections.Concurrent;
using Testing;

namespace EndToEnd.Tests.Marked;

/// <summary>Takes traces, metrics and logs over OTLP (HTTP, protobuf), and keeps their bytes.</summary>
internal sealed class TelemetryReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, byte[] Bytes)> received = new();

    public TelemetryReceiver()
    {
        Url = $"http://127.0.0.1:{FreePort.Next()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add(Url);
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((signal, body.ToArray()));
        });
    }

    public string Url { get; }

    /// <summary>What makes a process send here, soon.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment =>
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", Url),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        new("OTEL_METRIC_EXPORT_INTERVAL", "5000"),
        new("OTEL_BSP_SCHEDULE_DELAY", "500"),
        new("OTEL_BLRP_SCHEDULE_DELAY", "500"),
        // A request that goes well is not worth a line otherwise; where there is none, nothing is proved by what it does not hold.
        new("Logging__LogLevel__Microsoft.AspNetCore.Routing.EndpointMiddleware", "Information"),
    ];

    public IEnumerable<Sink> Sinks => received.Select(sent => new Sink($"telemetry: {sent.Signal}", sent.Bytes));

    public List<Span> Spans => [.. Of("traces").SelectMany(Span.Read)];

    public List<LogLine> Logs => [.. Of("logs").SelectMany(LogLine.Read)];

    /// <summary>All that a service measured, one char a byte.</summary>
    public string MeasuredBy(string service) => string.Concat(
        Of("metrics").SelectMany(Protobuf.Resources).Where(resource => resource.Service == service).Select(resource => Encodings.Latin(resource.Message.Span)));

    public IEnumerable<byte[]> Of(string signal) => received.Where(sent => sent.Signal == signal).Select(sent => sent.Bytes);

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
