using System.Collections.Concurrent;
using Testing;

namespace ServiceDefaults.Tests.Discovery;

/// <summary>One replica of another service: counts what it is asked, and answers as it is told.</summary>
public sealed class Replica : IAsyncDisposable
{
    private readonly WebApplication app;

    public Replica(Func<int, int>? status = null)
    {
        Url = $"http://127.0.0.1:{FreePort.Next()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add(Url);
        app.Run(http =>
        {
            Asked.Enqueue($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} {http.Request.Headers.Authorization}");
            http.Response.StatusCode = status?.Invoke(Asked.Count) ?? 200;
            return Task.CompletedTask;
        });
    }

    public string Url { get; }

    public ConcurrentQueue<string> Asked { get; } = new();

    public async Task<Replica> StartAsync()
    {
        await app.StartAsync();
        return this;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
