using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Gateway.Routes;

/// <summary>
/// Completes clusters and routes from configuration: every child of <c>services:{cluster}:http</c> is a destination,
/// and what a cluster or route leaves open gets the gateway's own settings.
/// </summary>
public sealed class DiscoveredDestinations(IConfiguration configuration, IOptions<GatewayOptions> options) : IProxyConfigFilter
{
    private readonly GatewayOptions options = options.Value;

    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel) => ValueTask.FromResult(cluster with
    {
        Destinations = configuration.GetSection($"services:{cluster.ClusterId}:http").GetChildren()
            .Where(address => !string.IsNullOrWhiteSpace(address.Value))
            .ToDictionary(address => $"{cluster.ClusterId}/{address.Key}", address => new DestinationConfig { Address = address.Value! }),
        LoadBalancingPolicy = cluster.LoadBalancingPolicy ?? LoadBalancingPolicies.PowerOfTwoChoices,
        HealthCheck = cluster.HealthCheck ?? Health,
        // Plain HTTP/1.1 inside: keep-alive connections, pooled; HTTP/2 without TLS would only be tried and refused.
        HttpRequest = cluster.HttpRequest ?? new ForwarderRequestConfig
        {
            ActivityTimeout = options.ActivityTimeout,
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        },
    });

    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel)
    {
        var path = route.Match.Path ?? throw new InvalidOperationException($"Route {route.RouteId} has no path.");
        if (path.Contains('*', StringComparison.Ordinal) && !path.EndsWith($":{ExposedPath.Name}}}", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"Route {route.RouteId} would expose every internal path of {route.ClusterId}: end it with {{**rest:{ExposedPath.Name}}}.");
        }

        return ValueTask.FromResult(route with
        {
            AuthorizationPolicy = route.AuthorizationPolicy ?? "default",
            Timeout = route.Timeout ?? (route.TimeoutPolicy is null ? options.RequestTimeout : null),
        });
    }

    private HealthCheckConfig Health => new()
    {
        // With nobody healthy all are tried: a service that has just come back answers at once, one that is down is a 503 either way.
        AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        Active = new ActiveHealthCheckConfig
        {
            Enabled = true,
            Interval = options.HealthInterval,
            Timeout = options.HealthTimeout,
            Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
            Path = "/health/ready",
        },
        Passive = new PassiveHealthCheckConfig
        {
            Enabled = true,
            Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate,
            ReactivationPeriod = options.HealthInterval,
        },
    };
}
