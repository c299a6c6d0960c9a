using System.Net;
using System.Net.Sockets;

namespace AppHost.Tests;

public sealed class Failures : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Names_the_resource_that_failed_with_its_last_lines_and_stops_the_rest()
    {
        await using var host = SampleHost.Start(_data, "failing-errand");

        Assert.Equal(1, await host.EndedAsync());

        Assert.EndsWith(
            "failing-errand ended with code 3, and after waits for it. Its last lines:\n    the last words of an errand\n",
            host.Output, StringComparison.Ordinal);
        await _data.IsLeftByAllAsync();
    }

    [Fact]
    public async Task Names_the_resource_that_never_gets_ready()
    {
        await using var host = SampleHost.Start(_data, "never-ready", "--Local:ReadyTimeout=3");

        Assert.Equal(1, await host.EndedAsync());

        Assert.Contains("\nnever-ready was not ready after 3 s.", $"\n{host.Output}", StringComparison.Ordinal);
        await _data.IsLeftByAllAsync();
    }

    [Fact]
    public async Task Says_that_a_port_is_in_use()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var host = SampleHost.Start(_data, "fixed-port", $"--Port={port}");

        Assert.Equal(1, await host.EndedAsync());

        Assert.Equal(
            $"Port {port}, which front asks for, is in use. Choose another (PLATFORM_PORT is the gateway's).\n", host.Output);
    }

    [Fact]
    public async Task Starts_again_what_dies_and_names_it()
    {
        await using var host = SampleHost.Start(_data, "errand-then-replicas");
        await host.ReadyAsync();
        var replicas = host.Addresses("case-referral");
        var victim = int.Parse((await Http.GetStringAsync(new Uri(replicas[1], "/pids"))).Split(' ')[0], null);

        Processes.Signal(victim, "KILL");

        await host.SaysAsync("\ncase-referral/1 was ended by signal 9. It is started again.");
        await host.SaysAsync("\ncase-referral/1 is ready again after ");
        Assert.Equal("ready", await Http.GetStringAsync(new Uri(replicas[1], "/health/ready")));
    }

    [Fact]
    public async Task Leaves_dead_what_dies_where_that_is_wanted()
    {
        await using var host = SampleHost.Start(_data, "one", "--Local:Restart=false");
        await host.ReadyAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => Http.PostAsync(new Uri(host.Addresses("front")[0], "/death"), null));

        await host.SaysAsync("\nfront ended with code 7. It");
        Assert.Equal(0, await host.StopAsync());
    }
}
