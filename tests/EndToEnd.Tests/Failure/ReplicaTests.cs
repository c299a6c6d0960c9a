using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Demonstration;
using Demonstration.Fable;
using Testing;
using Xunit;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Failure;

/// <summary>Two of CaseReferral and two of Reporting on PostgreSQL: one works, the other stands by, and takes over.</summary>
[Collection(TwoReplicas.Name)]
public sealed class ReplicaTests(ReplicaTests.Replicated platform, ITestOutputHelper output)
{
    /// <summary>The lease's term, how long a database lets a silent transaction be, and what a busy machine needs besides.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_relay_is_killed_and_the_other_takes_over_when_the_lease_ends()
    {
        using var scenario = await Scenario.BeginAsync("relay", platform, output);
        PlatformProcess[] replicas = [await platform.ServiceAsync("case-referral", 0), await platform.ServiceAsync("case-referral", 1)];
        await using var tap = await JournalTap.OpenAsync(new Uri(replicas[0]["ConnectionStrings__rabbitmq"]), Cast.Hub);
        await scenario.ReachesAsync(200);
        var views = await Task.WhenAll(replicas.Select(replica => RelayAsync(replica, scenario.Ops)));
        Assert.Single(views, view => view.IsHere);
        Assert.Single(views.Select(view => view.Owner).Distinct());
        var (relay, standby) = views[0].IsHere ? (replicas[0], replicas[1]) : (replicas[1], replicas[0]);

        await scenario.KillAsync(relay);
        var killed = Stopwatch.StartNew();
        var last = await RelayAsync(standby, scenario.Ops);
        Assert.False(last.IsHere);
        await Until.TrueAsync(async () => (await RelayAsync(standby, scenario.Ops)).IsHere, "the other has taken over", TimeSpan.FromMinutes(1));
        var (took, now) = (killed.Elapsed, DateTimeOffset.UtcNow);
        Assert.True(now > last.Until, $"taken over at {now:O}, before the lease ended at {last.Until:O}");
        Assert.InRange(took, TimeSpan.Zero, Term + Slack);
        relay.LetReturn();

        await scenario.EndsExactAsync();
        scenario.Says($"the other relayed {took.TotalSeconds:0.0} s after the kill; {tap.Repeated.Count()} messages came twice");
        Assert.All(tap.Deliveries.GroupBy(message => message.Position), same => Assert.Single(same.Select(message => message.EventId).Distinct()));
        Assert.Equal([relay.Id, standby.Id], InTurn(tap.Deliveries.Select(message => message.Publisher)));
    }

    [Fact]
    public async Task The_relay_stands_still_beyond_its_lease_and_changes_nothing_when_it_wakes()
    {
        // Few at a time: each request in the sleeper's hands holds up the others until the database lets go of it.
        using var scenario = await Scenario.BeginAsync("sleeping relay", platform, output, referrals: 300, workers: 2);
        PlatformProcess[] replicas = [await platform.ServiceAsync("case-referral", 0), await platform.ServiceAsync("case-referral", 1)];
        await scenario.ReachesAsync(100);
        var relay = (await RelayAsync(replicas[0], scenario.Ops)).IsHere ? replicas[0] : replicas[1];
        var standby = replicas.Single(replica => replica != relay);
        scenario.Pause(relay);
        var paused = Stopwatch.StartNew();
        await Until.TrueAsync(async () => (await RelayAsync(standby, scenario.Ops)).IsHere, "the other has taken over", TimeSpan.FromMinutes(1));
        // Where it was stopped in the middle of a transaction, its locks have to be taken from it too.
        Assert.InRange(paused.Elapsed, TimeSpan.Zero, 2 * Longest + Slack);
        scenario.Says($"the other relayed {paused.Elapsed.TotalSeconds:0.0} s after the standstill");
        relay.GoOn();
        await Until.TrueAsync(async () => !(await RelayAsync(relay, scenario.Ops)).IsHere, "the first knows that it is not the relay", TimeSpan.FromMinutes(1));
        await scenario.EndsExactAsync();
    }

    [Fact]
    public async Task The_active_consumer_of_Reporting_is_killed_and_the_standby_takes_over()
    {
        using var scenario = await Scenario.BeginAsync("consumer", platform, output);
        PlatformProcess[] replicas = [await platform.ServiceAsync("reporting-harbor", 0), await platform.ServiceAsync("reporting-harbor", 1)];
        using var broker = new BrokerView(replicas[0], platform.Platform);
        await scenario.ReachesAsync(200);
        List<int>? consumers = null;
        await Until.TrueAsync(async () => (consumers = await broker.ConsumersAsync("reporting-harbor"))?.Count == 2, "both consume, one of them actively", TimeSpan.FromMinutes(1), BrokerView.Pause);
        var active = replicas.Single(replica => replica.Id == consumers![0]);
        var standby = replicas.Single(replica => replica.Id == consumers![1]);

        await scenario.KillAsync(active);
        var killed = Stopwatch.StartNew();
        await Until.TrueAsync(async () => await broker.ConsumersAsync("reporting-harbor") is [var first] && first == standby.Id, "the standby is the active one", TimeSpan.FromMinutes(1), BrokerView.Pause);
        scenario.Says($"the broker named the standby {killed.Elapsed.TotalSeconds:0.0} s after the kill");
        await scenario.ReachesAsync(Scenario.Referrals);
        active.LetReturn();
        await scenario.EndsExactAsync();
    }

    /// <summary>What one replica says of the relay, asked directly.</summary>
    private static async Task<(Guid Owner, DateTimeOffset Until, bool IsHere)> RelayAsync(PlatformProcess replica, Actor ops)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ops.Token);
        var relay = (await http.GetFromJsonAsync<JsonElement>(new Uri(replica.Address, "/streams"))).GetProperty("relay");
        return (relay.GetProperty("owner").GetGuid(), relay.GetProperty("until").GetDateTimeOffset(), relay.GetProperty("isHere").GetBoolean());
    }

    /// <summary>Who followed whom: neighbours that are the same counted once.</summary>
    private static List<int> InTurn(IEnumerable<int> publishers) => publishers.Aggregate(new List<int>(), (turns, publisher) =>
    {
        if (turns is [] || turns[^1] != publisher) turns.Add(publisher);
        return turns;
    });

    /// <summary>Two replicas of what may have them, after the fable was played there.</summary>
    public sealed class Replicated : FailurePlatform
    {
        public Replicated() : base("--Database:Provider=Postgres")
        {
            Platform.Variables["CASEREFERRAL_REPLICAS"] = "2";
            Platform.Variables["REPORTING_REPLICAS"] = "2";
        }

        protected override async Task FoundHubAsync(Stage stage, Actor admin)
        {
            var cast = await QueSeraSera.PlayAsync(stage);
            await BreakSomeEggs.PlayAsync(stage, cast);
            await HerdingCats.PlayAsync(stage, cast);
        }
    }
}

[CollectionDefinition(Name)]
public sealed class TwoReplicas : ICollectionFixture<ReplicaTests.Replicated>
{
    public const string Name = "two replicas";
}
