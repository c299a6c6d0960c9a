using System.Net;
using System.Text.Json.Nodes;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_names_every_service_and_nothing_more()
    {
        await using var platform = await Platform.StartAsync();
        var answer = await platform.Anonymous.GetStringAsync("/health/ready");
        Assert.Equal(
            """{"status":"Healthy","services":{"case-referral":"Healthy","identity":"Healthy","membership":"Healthy","reporting-harbor":"Healthy"}}""",
            answer);
    }

    [Fact]
    public async Task A_service_that_is_not_ready_makes_the_whole_unready_and_a_replica_degrades_it()
    {
        await using var second = await Backend.StartAsync();
        second.Ready = false;
        await using var platform = await Platform.StartAsync(platform => platform.With("services:membership:http:1", second.Url));
        platform.Harbor.Ready = false;
        using var answer = await platform.Anonymous.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var health = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal("Unhealthy", (string?)health["status"]);
        Assert.Equal("Unhealthy", (string?)health["services"]!["reporting-harbor"]);
        Assert.Equal("Degraded", (string?)health["services"]!["membership"]);
    }

    [Fact]
    public async Task A_service_without_its_broker_degrades_the_whole_and_stays_ready()
    {
        await using var platform = await Platform.StartAsync();
        platform.Membership.Health = "Degraded";
        using var answer = await platform.Anonymous.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Degraded", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["status"]);
    }

    [Fact]
    public async Task Live_asks_nobody()
    {
        await using var platform = await Platform.StartAsync();
        foreach (var service in platform.Services)
            service.Ready = false;
        using var answer = await platform.Anonymous.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
