using Gateway.Tests.Parts;
using Testing;

namespace Gateway.Tests;

/// <summary>Who counts as one address: what the connection says, and what a proxy says that is believed.</summary>
public sealed class AddressTests
{
    private const string Keys = "/api/identity/.well-known/jwks.json";

    [Fact]
    public async Task What_a_client_says_of_its_address_does_not_count()
    {
        await using var platform = await Platform.StartAsync(platform => platform.With("Gateway:Limits:Address:Requests", "1"));
        Assert.Equal(200, await StatusAsync(platform, "198.51.100.7"));
        Assert.Equal(429, await StatusAsync(platform, "198.51.100.8"));
    }

    [Fact]
    public async Task Behind_a_known_proxy_clients_are_told_apart_by_the_last_address_it_names()
    {
        await using var platform = await Platform.StartAsync(platform => platform
            .With("Gateway:Limits:Address:Requests", "1").With("Gateway:KnownProxies:0", "127.0.0.0/8"));
        Assert.Equal(200, await StatusAsync(platform, "198.51.100.7"));
        Assert.Equal(200, await StatusAsync(platform, "198.51.100.8"));
        Assert.Equal(429, await StatusAsync(platform, "203.0.113.1, 198.51.100.7"));
        Assert.Equal("198.51.100.7", platform.Received.First().Headers["X-Forwarded-For"]);
    }

    [Fact]
    public async Task Something_that_is_no_proxy_stops_the_start() =>
        await Assert.ThrowsAnyAsync<Exception>(() => Platform.StartAsync(platform => platform.With("Gateway:KnownProxies:0", "everybody")));

    [Fact]
    public async Task More_connections_than_an_address_may_have_are_answered_and_the_others_go_on()
    {
        await using var platform = await Platform.StartAsync(platform => platform.With("Gateway:Limits:Connections", "3"));
        var open = new List<Connection>();
        for (var i = 0; i < 3; i++)
        {
            open.Add(await Connection.OpenAsync(platform.Address));
            // Its head is under way: the gateway has it.
            await open[^1].SendAsync($"GET {Keys} HTTP/1.1\r\nHost: x\r\n");
        }

        using (var fourth = await Connection.OpenAsync(platform.Address))
        {
            await fourth.SendAsync($"GET {Keys} HTTP/1.1\r\nHost: x\r\n\r\n");
            var refused = await fourth.ReadAsync();
            Assert.StartsWith("HTTP/1.1 429 ", refused, StringComparison.Ordinal);
            Assert.Contains("Retry-After: 5\r\n", refused, StringComparison.Ordinal);
            Assert.Contains("\"violated-policies\":[\"connections\"]", refused, StringComparison.Ordinal);
        }

        await open[0].SendAsync("Connection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", await open[0].ReadAsync(), StringComparison.Ordinal);
        await Until.TrueAsync(async () => await StatusAsync(platform, "") == 200, "a place is free again");
        open.ForEach(one => one.Dispose());
    }

    private static async Task<int> StatusAsync(Platform platform, string forwardedFor) =>
        (await Raw.SendAsync(platform.Address, Keys, null, $"X-Forwarded-For: {forwardedFor}")).Status;
}
