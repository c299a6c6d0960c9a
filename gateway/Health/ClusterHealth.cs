using System.Text.Json;
using Gateway.Routes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Gateway.Health;

/// <summary>Asks every service's replicas whether they are ready; at most once a second, however often it is asked itself.</summary>
public sealed class ClusterHealth(IProxyStateLookup proxy, IOptions<GatewayOptions> options, TimeProvider clock)
{
    private const int MaxBytes = 64 * 1024;
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

    /// <summary>Unhealthy with no replica ready; degraded where one is not, or says so of itself.</summary>
    private async Task<HealthStatus> AskAsync(ClusterState cluster)
    {
        var told = await Task.WhenAll(cluster.DestinationsState.AllDestinations.Select(destination => AskAsync(cluster, destination)));
        if (told.All(status => status == HealthStatus.Unhealthy))
            return HealthStatus.Unhealthy;
        return told.All(status => status == HealthStatus.Healthy) ? HealthStatus.Healthy : HealthStatus.Degraded;
    }

    private async Task<HealthStatus> AskAsync(ClusterState cluster, DestinationState destination)
    {
        using var timeout = new CancellationTokenSource(options.Value.HealthTimeout);
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(destination.Model.Config.Address), "/health/ready"));
            using var answer = await cluster.Model.HttpClient.SendAsync(question, timeout.Token);
            if (!answer.IsSuccessStatusCode)
                return HealthStatus.Unhealthy;
            // 200 also without the broker: writes go on, and what follows from them waits.
            await answer.Content.LoadIntoBufferAsync(MaxBytes, timeout.Token);
            return (await answer.Content.ReadFromJsonAsync<Told>(timeout.Token))?.Status == nameof(HealthStatus.Degraded)
                ? HealthStatus.Degraded
                : HealthStatus.Healthy;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException)
        {
            return HealthStatus.Unhealthy;
        }
    }

    private sealed record Told(string? Status);
}
