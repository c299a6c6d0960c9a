using System.Net;
using Testing;

namespace Identity.Tests;

public abstract class AttemptDelayTests(IdentityFixture identity)
{
    public sealed class OnSqlite(IdentityFixture identity) : AttemptDelayTests(identity), IClassFixture<IdentityFixture>;

    public sealed class OnPostgres(IdentityFixture.OnPostgres identity) : AttemptDelayTests(identity), IClassFixture<IdentityFixture.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(IdentityFixture.OnSqlServer identity) : AttemptDelayTests(identity), IClassFixture<IdentityFixture.OnSqlServer>;

    private const string Attacker = "198.51.100.7";
    private const string Home = "192.0.2.20";

    [Fact]
    public async Task The_delay_grows_with_each_failure_and_a_success_ends_it()
    {
        var client = await ClientAsync();
        for (var free = 0; free < 3; free++) Assert.Equal(HttpStatusCode.Unauthorized, (await WrongAsync(client, Attacker)).StatusCode);

        foreach (var expected in new[] { 1, 2, 4, 8 })
        {
            using var held = await WrongAsync(client, Attacker);
            Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
            Assert.Equal("temporarily_unavailable", await held.ErrorAsync());
            Assert.InRange(held.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, expected);
            // Also the right secret waits, or the delay would tell which one is right.
            using var rightButEarly = await RightAsync(client, Attacker);
            Assert.Equal(HttpStatusCode.TooManyRequests, rightButEarly.StatusCode);

            identity.Time.Move(TimeSpan.FromSeconds(expected));
            Assert.Equal(HttpStatusCode.Unauthorized, (await WrongAsync(client, Attacker)).StatusCode);
        }

        identity.Time.Move(TimeSpan.FromSeconds(16));
        Assert.Equal(HttpStatusCode.OK, (await RightAsync(client, Attacker)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await WrongAsync(client, Attacker)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RightAsync(client, Attacker)).StatusCode);
    }

    [Fact]
    public async Task Whoever_fails_elsewhere_does_not_hold_the_client_up()
    {
        var client = await ClientAsync();
        await FailAsync(client, Attacker);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await RightAsync(client, Attacker)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RightAsync(client, Home)).StatusCode);
    }

    [Fact]
    public async Task Addresses_of_one_IPv6_network_count_as_one()
    {
        var client = await ClientAsync();
        foreach (var host in new[] { "2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:ffff::3" }) await WrongAsync(client, host);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await WrongAsync(client, "2001:db8:1:2::4")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RightAsync(client, "2001:db8:1:3::1")).StatusCode);
    }

    [Fact]
    public async Task The_delay_outlives_a_restart_and_holds_on_every_replica()
    {
        var client = await ClientAsync();
        await FailAsync(client, Attacker);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await RightAsync(client, Attacker)).StatusCode);
        var (host, second) = await identity.StartAsync();
        using var there = await identity.AskAsync(IdentityFixture.Basic(client), from: Attacker, at: second);
        Assert.Equal(HttpStatusCode.TooManyRequests, there.StatusCode);
        await identity.StopAsync(host);
    }

    [Fact]
    public async Task An_unknown_client_is_delayed_like_a_known_one()
    {
        var nobody = new Credentials("nobody", "wrong");
        await FailAsync(nobody, Attacker);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await RightAsync(nobody, Attacker)).StatusCode);
    }

    [Fact]
    public async Task After_an_hour_failures_are_forgotten()
    {
        var client = await ClientAsync();
        await FailAsync(client, Attacker);
        identity.Time.Move(TimeSpan.FromMinutes(61));
        await FailAsync(client, Attacker, times: 2);
        Assert.Equal(HttpStatusCode.OK, (await RightAsync(client, Attacker)).StatusCode);
    }

    [Fact]
    public async Task A_flood_ends_in_errors_for_those_who_send_it_and_the_service_stays()
    {
        var client = await ClientAsync();
        var flood = await Task.WhenAll(Enumerable.Range(0, 300).Select(n =>
            WrongAsync(new Credentials($"nobody-{n}", "wrong"), $"203.0.113.{n % 250}")));
        Assert.All(flood, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable }));
        Assert.All(flood.Where(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable), answer => Assert.NotNull(answer.Headers.RetryAfter));
        Assert.Equal(HttpStatusCode.OK, (await RightAsync(client, Home)).StatusCode);
    }

    private Task<Credentials> ClientAsync() => identity.RegisterAsync(new { name = "Figures", roles = new[] { "funder" } });

    private async Task FailAsync(Credentials client, string from, int times = 3)
    {
        for (var n = 0; n < times; n++) Assert.Equal(HttpStatusCode.Unauthorized, (await WrongAsync(client, from)).StatusCode);
    }

    private Task<HttpResponseMessage> WrongAsync(Credentials client, string from) =>
        identity.AskAsync(IdentityFixture.Basic(client with { Secret = "wrong" }), from: from);

    private Task<HttpResponseMessage> RightAsync(Credentials client, string from) =>
        identity.AskAsync(IdentityFixture.Basic(client), from: from);
}
