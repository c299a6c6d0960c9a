using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceDefaults.Tests.Host;
using Xunit;

namespace ServiceDefaults.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Without_its_database_a_service_lives_but_is_not_ready()
    {
        await using var shelf = new RestartableHost();
        using var client = shelf.Host.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await shelf.Host.InDatabaseAsync(db => db.Database.EnsureDeletedAsync());
        using var answer = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Unhealthy", (await answer.JsonAsync()).GetProperty("checks").GetProperty("database").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    /// <summary>A bus that has lost its broker says Degraded itself where only some of its endpoints noticed.</summary>
    [Theory]
    [InlineData(HealthStatus.Unhealthy)]
    [InlineData(HealthStatus.Degraded)]
    public async Task Without_the_broker_it_is_degraded_and_ready(HealthStatus bus)
    {
        await using var shelf = new RestartableHost(host => host.Configure = builder => builder.Services.AddHealthChecks()
            .AddCheck("masstransit-bus", () => new HealthCheckResult(bus, "amqp://secret"), ["ready", "masstransit"]));
        using var client = shelf.Host.Anonymous();
        using var answer = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Degraded", (await answer.JsonAsync()).GetProperty("status").GetString());
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
