using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Tests.Parts;

/// <summary>A service on a real port that keeps what reaches it and answers as told; ready until it is told otherwise.</summary>
public sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication app;

    private Backend(WebApplication app) => this.app = app;

    public ConcurrentQueue<Received> Received { get; } = new();

    public bool Ready { get; set; } = true;

    /// <summary>What it says of itself while it is ready.</summary>
    public string Health { get; set; } = "Healthy";

    /// <summary>What it does with everything but health checks.</summary>
    public RequestDelegate Answer { get; set; } = Plain;

    public string Url => app.Urls.Single();

    public int Port => new Uri(Url).Port;

    public static async Task<Backend> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var backend = new Backend(app);
        app.Run(backend.ReceiveAsync);
        await app.StartAsync();
        return backend;
    }

    public void Reset()
    {
        Received.Clear();
        Answer = Plain;
        Ready = true;
    }

    private static Task Plain(HttpContext http) => http.Response.WriteAsync("{}");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target == "/health/ready")
        {
            http.Response.StatusCode = Ready ? 200 : 503;
            await http.Response.WriteAsJsonAsync(new { status = Ready ? Health : "Unhealthy", checks = new { database = "Healthy" } });
            return;
        }

        Received.Enqueue(new(http.Request.Method, target, http.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), http.Connection.Id));
        await Answer(http);
    }
}

public sealed record Received(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Connection);
