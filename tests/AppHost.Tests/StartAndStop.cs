using System.Diagnostics;

namespace AppHost.Tests;

public sealed class StartAndStop : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Starts_in_order_each_replica_on_its_own_port_and_gives_their_addresses_to_others()
    {
        await using var host = SampleHost.Start(_data, "errand-then-replicas");
        await host.ReadyAsync();

        // A line may come through its pipe after the health check has been answered.
        await host.SaysAsync("\nfront           | a service begins");
        Assert.Matches(@"(?s)errand +\| the last words.+case-referral/[01] +\| a service begins.+front +\| a service begins", host.Output);
        var replicas = host.Addresses("case-referral");
        Assert.Equal(2, replicas.Distinct().Count());
        // Whichever variable comes last has no line end of its own.
        var environment = await Http.GetStringAsync(new Uri(host.Addresses("front")[0], "/environment")) + "\n";
        Assert.Contains($"services__case-referral__http__0={replicas[0].OriginalString}\n", environment, StringComparison.Ordinal);
        Assert.Contains($"services__case-referral__http__1={replicas[1].OriginalString}\n", environment, StringComparison.Ordinal);
        Assert.Contains($"FIRST={replicas[0].OriginalString}\n", environment, StringComparison.Ordinal);
        Assert.Contains("OTEL_SERVICE_NAME=front\n", environment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_the_whole_tree_in_time_and_starts_again_at_once_on_the_same_ports()
    {
        await using var first = SampleHost.Start(_data, "one");
        await first.ReadyAsync();
        var processes = await ProcessesOfAsync(first, "front");
        var since = Stopwatch.StartNew();

        Assert.Equal(0, await first.StopAsync());

        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(processes, Processes.Lives);
        await using var second = SampleHost.Start(_data, "one");
        await second.ReadyAsync();
        Assert.Equal(first.Addresses("front"), second.Addresses("front"));
    }

    [Fact]
    public async Task Leaves_nothing_after_a_kill_that_it_cannot_catch()
    {
        await using var first = SampleHost.Start(_data, "errand-then-replicas");
        await first.ReadyAsync();
        int[] processes = [.. await ProcessesOfAsync(first, "front"), .. await ProcessesOfAsync(first, "case-referral")];
        Assert.All(processes, process => Assert.True(Processes.Lives(process)));

        await first.KillAsync();

        await Processes.AreGoneAsync(processes);
        await _data.IsLeftByAllAsync();
        await using var second = SampleHost.Start(_data, "errand-then-replicas");
        await second.ReadyAsync();
    }

    [Fact]
    public async Task Refuses_a_second_start_on_the_same_data_in_one_sentence()
    {
        await using var first = SampleHost.Start(_data, "one");
        await first.ReadyAsync();
        await using var second = SampleHost.Start(_data, "one");

        Assert.Equal(1, await second.EndedAsync());

        Assert.Equal(
            $"The platform already runs on {_data.Path}: stop it first, or choose another folder (PLATFORM_DATA).\n", second.Output);
        Assert.Equal("ready", await Http.GetStringAsync(new Uri(first.Addresses("front")[0], "/health/ready")));
    }

    [Fact]
    public async Task Starts_by_hand_what_is_asked_for_once_for_a_data_folder()
    {
        await using (var first = SampleHost.Start(_data, "one", "--Local:Start=by-hand"))
        {
            await first.SaysAsync("\nby-hand finished after ");
            await first.StopAsync();
        }

        await using var second = SampleHost.Start(_data, "one", "--Local:Start=by-hand");
        await second.ReadyAsync();
        await second.StopAsync();
        Assert.DoesNotContain("by-hand", second.Output, StringComparison.Ordinal);
    }

    private static async Task<int[]> ProcessesOfAsync(SampleHost host, string resource)
    {
        var answers = await Task.WhenAll(host.Addresses(resource).Select(address => Http.GetStringAsync(new Uri(address, "/pids"))));
        return [.. answers.SelectMany(answer => answer.Split(' ')).Select(id => int.Parse(id, null))];
    }
}
