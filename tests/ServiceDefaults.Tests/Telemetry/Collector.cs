using System.Collections.Concurrent;
using System.Text;
using Testing;

namespace ServiceDefaults.Tests.Telemetry;

/// <summary>Takes what is exported over OTLP, as its bytes.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, string Text)> received = new();

    public Collector()
    {
        Url = $"http://127.0.0.1:{FreePort.Next()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add(Url);
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path.Value!, Encoding.Latin1.GetString(body.ToArray())));
        });
    }

    public string Url { get; }

    public Task StartAsync() => app.StartAsync();

    public string Of(string signal) => string.Concat(received.Where(sent => sent.Path == $"/v1/{signal}").Select(sent => sent.Text));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
