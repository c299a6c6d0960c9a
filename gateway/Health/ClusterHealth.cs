using Gateway.Routes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Gateway.Health;

/// <summary>Asks every service's replicas whether they are ready; at most once a second, however often it is asked itself.</summary>
public sealed class ClusterHealth(IProxyStateLookup proxy, IOptions<GatewayOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private Task<SortedDictionary<string, HealthStatus>>? answer;
    private long askedAt;

    public Task<SortedDictionary<string, HealthStatus>> AskAsync()
    {
        lock (gate)
        {
            if (answer is null || (answer.IsCompleted && clock.GetElapsedTime(askedAt) > Fresh))
            {
                askedAt = clock.GetTimestamp();
                answer = AskAllAsync();
            }

            return answer;
        }
    }

    private async Task<SortedDictionary<string, HealthStatus>> AskAllAsync()
    {
        var clusters = proxy.GetClusters().ToList();
        var statuses = await Task.WhenAll(clusters.Select(AskAsync));
        return new(clusters.Select(cluster => cluster.ClusterId).Zip(statuses).ToDictionary(pair => pair.First, pair => pair.Second), StringComparer.Ordinal);
    }

    /// <summary>Healthy with every replica ready, degraded with some, unhealthy with none.</summary>
    private async Task<HealthStatus> AskAsync(ClusterState cluster)
    {
        var ready = await Task.WhenAll(cluster.DestinationsState.AllDestinations.Select(destination => IsReadyAsync(cluster, destination)));
        return ready.Length == 0 || !ready.Contains(true) ? HealthStatus.Unhealthy
            : ready.Contains(false) ? HealthStatus.Degraded
            : HealthStatus.Healthy;
    }

    private async Task<bool> IsReadyAsync(ClusterState cluster, DestinationState destination)
    {
        using var timeout = new CancellationTokenSource(options.Value.HealthTimeout);
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(destination.Model.Config.Address), "/health/ready"));
            using var answer = await cluster.Model.HttpClient.SendAsync(question, timeout.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
