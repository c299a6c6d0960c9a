using System.Net;
using Gateway.Tests.Parts;
using Testing;

namespace Gateway.Tests;

/// <summary>Every address of a service is a destination; the ones that are not ready are left alone.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public async Task Requests_go_to_every_replica()
    {
        await using var second = await Backend.StartAsync();
        await using var platform = await Platform.StartAsync(platform => platform.With("services:membership:http:1", second.Url));
        for (var i = 0; i < 40; i++)
            using (await platform.Client.GetAsync("/api/membership/hubs")) { }
        Assert.NotEmpty(platform.Membership.Received);
        Assert.NotEmpty(second.Received);
        Assert.Equal(40, platform.Membership.Received.Count + second.Received.Count);
    }

    [Fact]
    public async Task A_replica_that_is_not_ready_gets_nothing_until_it_is()
    {
        await using var second = await Backend.StartAsync();
        second.Ready = false;
        await using var platform = await Platform.StartAsync(platform => platform
            .With("services:membership:http:1", second.Url).With("Gateway:HealthInterval", "00:00:00.2"));
        await Until.TrueAsync(async () => await GoesToAsync(platform, second) == 0, "the unready replica is left alone");
        second.Ready = true;
        await Until.TrueAsync(async () => await GoesToAsync(platform, second) > 0, "the ready replica is asked again");
    }

    [Fact]
    public async Task A_read_goes_to_another_replica_when_one_is_gone()
    {
        var second = await Backend.StartAsync();
        await using var platform = await Platform.StartAsync(platform => platform
            .With("services:membership:http:1", second.Url).With("Gateway:HealthInterval", "00:10:00"));
        await second.DisposeAsync();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await platform.Client.GetAsync("/api/membership/hubs");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_service_that_comes_back_is_reached_at_once()
    {
        await using var platform = await Platform.StartAsync(platform => platform.With("Gateway:HealthInterval", "00:10:00"));
        var port = platform.Membership.Port;
        await platform.Membership.DisposeAsync();
        for (var i = 0; i < 20; i++)
            using (await platform.Client.GetAsync("/api/membership/hubs")) { }
        await using var back = await Backend.StartAsync(port);
        using var answer = await platform.Client.GetAsync("/api/membership/hubs");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Addresses_and_hubs_that_are_added_later_are_found()
    {
        await using var later = await Backend.StartAsync();
        await using var platform = await Platform.StartAsync();
        using var before = await platform.Client.GetAsync("/api/reporting/summit/referral-report");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        var configuration = (IConfigurationRoot)platform.Provided<IConfiguration>();
        configuration["services:reporting-summit:http:0"] = later.Url;
        configuration["services:membership:http:0"] = later.Url;
        configuration.Reload();
        await Until.TrueAsync(async () =>
        {
            using var hub = await platform.Client.GetAsync("/api/reporting/summit/referral-report");
            using var moved = await platform.Client.GetAsync("/api/membership/hubs");
            return later.Received.Any(received => received.Target == "/referral-report") && later.Received.Any(received => received.Target == "/hubs");
        }, "what was added is reached");
    }

    private static async Task<int> GoesToAsync(Platform platform, Backend replica)
    {
        replica.Received.Clear();
        for (var i = 0; i < 20; i++)
            using (await platform.Client.GetAsync("/api/membership/hubs")) { }
        return replica.Received.Count;
    }
}
