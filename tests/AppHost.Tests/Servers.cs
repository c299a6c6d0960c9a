using System.Diagnostics;

namespace AppHost.Tests;

/// <summary>The servers that are not ours: real ones, on ports and folders of their own.</summary>
public sealed class Servers : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task RabbitMQ_heals_after_a_kill_keeps_its_port_and_leaves_nothing()
    {
        await using var host = SampleHost.Start(_data, "broker");
        await host.ReadyAsync();
        var address = await VariableAsync(host, "ConnectionStrings__rabbitmq");
        var node = Processes.Find("beam.smp", _data.Path);

        Processes.Signal(node, "KILL");
        await host.SaysAsync("\nrabbitmq is ready again after ");
        Assert.StartsWith("amqp://guest:", address, StringComparison.Ordinal);
        node = Processes.Find("beam.smp", _data.Path);
        var mapper = Processes.Find("epmd", "-port", Variable(node, "ERL_EPMD_PORT"));

        await host.KillAsync();
        await Processes.AreGoneAsync([node, mapper]);
        await _data.IsLeftByAllAsync();
    }

    [Fact]
    public async Task PostgreSQL_makes_its_cluster_and_database_stops_in_time_and_starts_after_a_kill()
    {
        await using (var host = SampleHost.Start(_data, "database", "--Database:Provider=Postgres"))
        {
            await host.ReadyAsync();
            Assert.Matches(
                "^Host=127.0.0.1;Port=[0-9]+;Username=platform;Password=[^;]+;Database=facts$",
                await VariableAsync(host, "ConnectionStrings__facts"));
            var server = Processes.Find("postgres", "-D", _data.Path);
            var since = Stopwatch.StartNew();

            Assert.Equal(0, await host.StopAsync());

            Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
            Assert.False(Processes.Lives(server));
        }

        await using var killed = SampleHost.Start(_data, "database", "--Database:Provider=Postgres");
        await killed.ReadyAsync();
        await killed.KillAsync();
        await using var again = SampleHost.Start(_data, "database", "--Database:Provider=Postgres");
        await again.ReadyAsync();
        await again.StopAsync();
    }

    [Fact]
    public async Task SQLite_is_a_file_in_the_data_folder_and_a_given_database_is_used_as_it_is()
    {
        await using (var host = SampleHost.Start(_data, "database"))
        {
            await host.ReadyAsync();
            Assert.Equal($"Data Source={_data.Path}/facts.db", await VariableAsync(host, "ConnectionStrings__facts"));
            await host.StopAsync();
        }

        await using var given = SampleHost.Start(_data, "database", "--Database:Provider=SqlServer", "--ConnectionStrings:facts=Server=db");
        await given.ReadyAsync();
        Assert.Equal("Server=db", await VariableAsync(given, "ConnectionStrings__facts"));
    }

    private static async Task<string> VariableAsync(SampleHost host, string name)
    {
        var environment = await Http.GetStringAsync(new Uri(host.Addresses("front")[0], "/environment"));
        return environment.Split('\n').Single(line => line.StartsWith(name + '=', StringComparison.Ordinal))[(name.Length + 1)..];
    }

    private static string Variable(int process, string name) => File.ReadAllText($"/proc/{process}/environ").Split('\0')
        .Single(line => line.StartsWith(name + '=', StringComparison.Ordinal))[(name.Length + 1)..];
}
