using System.Collections.Concurrent;
using Gateway.Edge;
using Microsoft.Extensions.Options;

namespace Gateway.Limits;

/// <summary>How many requests one service has to answer at once; what comes above that is told so, instead of waiting for a service that hangs.</summary>
public sealed class ServiceInFlight(IOptions<LimitSettings> options)
{
    private readonly ConcurrentDictionary<string, InFlight> services = new(StringComparer.Ordinal);

    public async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var service = http.GetReverseProxyFeature().Cluster.Config.ClusterId;
        var inFlight = services.GetOrAdd(service, static (_, most) => new InFlight(most), options.Value.ServiceInFlight);
        if (!inFlight.TryEnter())
        {
            await EdgeProblem.Busy(http, "service-in-flight");
            return;
        }

        try
        {
            await next(http);
        }
        finally
        {
            inFlight.Leave();
        }
    }
}
