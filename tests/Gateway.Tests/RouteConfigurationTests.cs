using Gateway.Routes;
using Gateway.Tests.Parts;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Configuration;

namespace Gateway.Tests;

/// <summary>A route that somebody adds later.</summary>
public sealed class RouteConfigurationTests(Platform platform) : OnPlatform(platform)
{
    private readonly DiscoveredDestinations filter = new(new ConfigurationManager(), Options.Create(new GatewayOptions()));

    [Theory]
    [InlineData("/api/outreach/{**rest}")]
    [InlineData("/api/outreach/{*rest}")]
    [InlineData(null)]
    public async Task It_cannot_expose_a_whole_service_by_mistake(string? path)
    {
        var route = new RouteConfig { RouteId = "outreach", ClusterId = "outreach", Match = new RouteMatch { Path = path } };
        await Assert.ThrowsAsync<InvalidOperationException>(() => filter.ConfigureRouteAsync(route, null, default).AsTask());
    }

    [Fact]
    public async Task It_needs_a_token_and_ends_in_time_unless_it_says_otherwise()
    {
        var route = new RouteConfig { RouteId = "outreach", Match = new RouteMatch { Path = "/api/outreach/{**rest:exposed}" } };
        var made = await filter.ConfigureRouteAsync(route, null, default);
        Assert.Equal("default", made.AuthorizationPolicy);
        Assert.NotNull(made.Timeout);
    }

    [Fact]
    public void Every_service_is_watched_actively_and_passively()
    {
        var clusters = Platform.Provided<IProxyStateLookup>().GetClusters().Select(cluster => cluster.Model.Config).ToList();
        Assert.Equal(["case-referral", "identity", "membership", "reporting-harbor"], clusters.Select(cluster => cluster.ClusterId).Order());
        Assert.All(clusters, cluster =>
        {
            Assert.True(cluster.HealthCheck?.Active?.Enabled);
            Assert.Equal("/health/ready", cluster.HealthCheck?.Active?.Path);
            Assert.True(cluster.HealthCheck?.Passive?.Enabled);
            Assert.Equal("PowerOfTwoChoices", cluster.LoadBalancingPolicy);
        });
    }
}
