using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Gateway.Limits;

/// <summary>
/// The server's own limits. Those on a request's head stand above the gateway's, because the server answers without a
/// problem document: it is to see only what nobody sends in earnest.
/// </summary>
internal sealed class KestrelLimits(IOptions<LimitSettings> options, ConnectionLimit connections) : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>Of all addresses together; each takes some kilobytes.</summary>
    private const int MostConnections = 5_000;

    public void Configure(KestrelServerOptions kestrel)
    {
        var settings = options.Value;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxRequestLineSize = 16 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 200;
        limits.RequestHeadersTimeout = settings.HeadTime;
        limits.MinRequestBodyDataRate = new MinDataRate(settings.BodyRate, settings.BodyGrace);
        limits.MinResponseDataRate = new MinDataRate(settings.BodyRate, settings.BodyGrace);
        kestrel.ConfigureEndpointDefaults(listen => listen.Use(next => connection => connections.CheckAsync(connection, next)));
    }
}
