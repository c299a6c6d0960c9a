using System.Net;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

/// <summary>Clients that send a byte now and then: they keep no service busy, nobody else waits, and they hear why it ended.</summary>
public sealed class SlowClientTests
{
    private const int Slow = 40;

    [Theory]
    [InlineData("Content-Length: 1000")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task Slow_bodies_reach_no_service_and_stop_nobody(string framing)
    {
        await using var platform = await Platform.StartAsync(platform => platform.With("Gateway:Limits:BodyGrace", "00:00:02")
            .With("Gateway:Limits:BodyRate", "10000").With("Gateway:Limits:InFlight", $"{Slow}").With("Gateway:Limits:ServiceInFlight", "1"));
        var token = platform.Issuer.Token(subject: "slow");
        var slow = new List<Connection>();
        for (var i = 0; i < Slow; i++)
        {
            slow.Add(await Connection.OpenAsync(platform.Address));
            await slow[^1].SendAsync($"POST /api/membership/hubs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n{framing}\r\n\r\n2\r\n{{");
        }

        for (var i = 0; i < 10; i++)
        {
            using var answer = await platform.Client.GetAsync("/api/membership/hubs");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        foreach (var one in slow)
        {
            var answer = await one.ReadAsync();
            Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
            Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
            Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.Ordinal);
            one.Dispose();
        }

        Assert.All(platform.Received, received => Assert.Equal("GET", received.Method));
    }

    [Fact]
    public async Task A_body_that_takes_longer_than_the_whole_request_may_is_408()
    {
        await using var platform = await Platform.StartAsync(platform => platform.With("Gateway:RequestTimeout", "00:00:01"));
        using var slow = await Connection.OpenAsync(platform.Address);
        await slow.SendAsync($"POST /api/membership/hubs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {platform.Issuer.Token()}\r\nContent-Length: 10\r\n\r\n{{");
        Assert.StartsWith("HTTP/1.1 408 ", await slow.ReadAsync(), StringComparison.Ordinal);
        Assert.Empty(platform.Received);
    }

    [Fact]
    public async Task A_head_that_does_not_end_is_408()
    {
        await using var platform = await Platform.StartAsync(platform => platform.With("Gateway:Limits:HeadTime", "00:00:01"));
        using var slow = await Connection.OpenAsync(platform.Address);
        await slow.SendAsync("GET /api/membership/hubs HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        Assert.StartsWith("HTTP/1.1 408 ", await slow.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_small_pieces_arrives_whole()
    {
        await using var platform = await Platform.StartAsync();
        var arrived = "";
        platform.Membership.Answer = async http => arrived = await new StreamReader(http.Request.Body).ReadToEndAsync();
        using var slow = await Connection.OpenAsync(platform.Address);
        await slow.SendAsync($"POST /api/membership/hubs HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {platform.Issuer.Token()}\r\nContent-Length: 10\r\n\r\n");
        foreach (var digit in "0123456789")
        {
            Assert.Empty(platform.Received);
            await slow.SendAsync($"{digit}");
        }

        Assert.StartsWith("HTTP/1.1 200 ", await slow.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("0123456789", arrived);
    }
}
