using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;

namespace Gateway.Routes;

/// <summary>
/// Reporting runs once per regional hub: each <c>services:reporting-{hub}</c> is a cluster, reached at <c>/api/reporting/{hub}</c>.
/// A hub without one has no route.
/// </summary>
public sealed class HubReports(IConfiguration configuration) : IProxyConfigProvider
{
    private const string Service = "reporting-";

    public IProxyConfig GetConfig()
    {
        var names = configuration.GetSection("services").GetChildren().Select(service => service.Key)
            .Where(name => name.StartsWith(Service, StringComparison.OrdinalIgnoreCase) && name.Length > Service.Length)
            .Select(name => name.ToLowerInvariant()).ToList();
        return new Snapshot(
            [.. names.Select(name => new RouteConfig
            {
                RouteId = name, ClusterId = name, Match = new RouteMatch { Path = $"{Prefix(name)}/{{**rest:{ExposedPath.Name}}}" },
            })],
            [.. names.Select(name => new ClusterConfig
            {
                ClusterId = name, Metadata = new Dictionary<string, string> { [PublicPrefix.Key] = Prefix(name) },
            })],
            configuration.GetReloadToken());
    }

    private static string Prefix(string name) => $"/api/reporting/{name[Service.Length..]}";

    private sealed record Snapshot(IReadOnlyList<RouteConfig> Routes, IReadOnlyList<ClusterConfig> Clusters, IChangeToken ChangeToken) : IProxyConfig;
}
