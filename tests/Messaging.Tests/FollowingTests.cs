using System.Net;
using System.Text.Json;
using CaseReferral.Storage;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Reporting.Projection;
using Reporting.Storage;
using ServiceDefaults.Storage;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>Whatever the broker loses, repeats or reorders, a follower ends exact. CaseReferral publishes, Reporting follows.</summary>
public abstract class FollowingTests(DatabaseProvider provider) : PlatformFixture(provider)
{
    public sealed class OnSqlite() : FollowingTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgres() : FollowingTests(DatabaseProvider.Postgres);

    [NeedsSqlServer]
    public sealed class OnSqlServer() : FollowingTests(DatabaseProvider.SqlServer);

    private const string Hub = "harbor";
    private const string Queue = "reporting-harbor";

    private ServiceHost<CaseReferralDb> source = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        source = await StartAsync<CaseReferralDb>("case-referral");
    }

    [Fact]
    public async Task Many_facts_arrive_once_each_in_order()
    {
        var follower = await StartAsync<ReportingDb>(Queue);
        for (var save = 0; save < 10; save++) await Facts.WriteAsync(source.Services, Hub, Enumerable.Range(0, 70).Select(_ => Facts.Made()));
        await ExactAsync(follower, 700);
    }

    [Fact]
    public async Task The_queue_is_replicated_has_one_consumer_at_a_time_and_sets_aside_what_it_cannot_deliver()
    {
        await StartAsync<ReportingDb>(Queue);
        JsonElement queue = default;
        await Until.TrueAsync(async () =>
        {
            using var answer = await Broker.GetAsync($"queues/{VirtualHost}/{Queue}");
            return answer.IsSuccessStatusCode && (queue = await answer.Content.ReadFromJsonAsync<JsonElement>()).ValueKind == JsonValueKind.Object;
        }, "the queue is declared");

        var arguments = queue.GetProperty("arguments");
        Assert.Equal("quorum", arguments.GetProperty("x-queue-type").GetString());
        Assert.True(arguments.GetProperty("x-single-active-consumer").GetBoolean());
        Assert.Equal(20, arguments.GetProperty("x-delivery-limit").GetInt32());
        Assert.Equal($"{Queue}_dead", arguments.GetProperty("x-dead-letter-exchange").GetString());
        Assert.True(queue.GetProperty("durable").GetBoolean());
        await Until.TrueAsync(async () => await DepthAsync($"{Queue}_dead") == 0, "what is set aside has a queue");
    }

    [Fact]
    public async Task A_queue_bound_after_the_facts_misses_none()
    {
        await Facts.WriteAsync(source.Services, Hub, Enumerable.Range(0, 1500).Select(_ => Facts.Made()));
        await PublishedAsync(1500);
        await ExactAsync(await StartAsync<ReportingDb>(Queue), 1500);
    }

    [Fact]
    public async Task Messages_lost_by_the_broker_are_read_from_the_feed()
    {
        var first = await StartAsync<ReportingDb>(Queue);
        await Facts.WriteAsync(source.Services, Hub, Facts.Made());
        await ExactAsync(first, 1);
        await first.DisposeAsync();

        await Facts.WriteAsync(source.Services, Hub, Enumerable.Range(0, 200).Select(_ => Facts.Made()));
        await PublishedAsync(201);
        (await Broker.DeleteAsync($"queues/{VirtualHost}/{Queue}/contents")).EnsureSuccessStatusCode();
        await ExactAsync(await StartAsync<ReportingDb>(Queue), 201);
    }

    [Fact]
    public async Task Repeated_and_shuffled_messages_change_nothing_and_a_forged_one_is_set_aside()
    {
        var follower = await StartAsync<ReportingDb>(Queue);
        await Facts.WriteAsync(source.Services, Hub, Enumerable.Range(0, 50).Select(_ => Facts.Made()));
        await ExactAsync(follower, 50);

        using var service = await ServiceClientAsync("case-referral", asService: "reporting-harbor");
        var entries = (await service.GetFromJsonAsync<List<JsonElement>>("/journal/harbor"))!;
        var forged = entries[0].Deserialize<Dictionary<string, object>>()!;
        forged["position"] = 5000;
        foreach (var entry in entries.OrderBy(_ => Guid.NewGuid()).Concat(entries)) await PublishAsync(entry);
        await PublishAsync(forged);

        await Until.TrueAsync(async () => await DepthAsync($"{Queue}_error") == 1, "the forged message is in the error queue");
        await Facts.WriteAsync(source.Services, Hub, Facts.Made());
        await ExactAsync(follower, 51);
    }

    [Fact]
    public async Task A_rebuilt_projection_equals_the_live_one()
    {
        await StartAsync<MembershipDb>("membership");
        var follower = await StartAsync<ReportingDb>(Queue);
        await Facts.WriteAsync(source.Services, Hub, Enumerable.Range(0, 300).Select(_ => Facts.Made()));
        await ExactAsync(follower, 300);
        var before = await DumpAsync(follower);

        using var ops = await ClientAsync(Queue, new Person("ops"));
        var started = await ops.PostAsync("/rebuilds", null);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        await Until.TrueAsync(() => Facts.ReadAsync(follower.Services, db => db.Rebuilds.AllAsync(rebuild => rebuild.CompletedAt != null)), "the rebuild is complete");

        Assert.Equal(before, await DumpAsync(follower));
    }

    [Fact]
    public async Task A_rebuild_that_cannot_read_its_sources_empties_nothing()
    {
        var follower = await StartAsync<ReportingDb>(Queue);
        await Facts.WriteAsync(source.Services, Hub, Facts.Made());
        await ExactAsync(follower, 1);

        using var ops = await ClientAsync(Queue, new Person("ops"));
        using var refused = await ops.PostAsync("/rebuilds", null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        await ExactAsync(follower, 1);
    }

    private static async Task ExactAsync(ServiceHost<ReportingDb> follower, int count)
    {
        await Until.TrueAsync(async () => await Facts.WatermarkAsync(follower.Services, "case-referral", Hub) >= count, $"{count} facts are applied");
        var positions = await Facts.ReadAsync(follower.Services, db => db.Set<ReferralFact>().Select(fact => fact.Position).OrderBy(position => position).ToListAsync());
        Assert.Equal(Enumerable.Range(1, count).Select(position => (long)position), positions);
    }

    private Task PublishedAsync(int count) => Until.TrueAsync(
        () => Facts.ReadAsync(source.Services, db => db.JournalStreams.AnyAsync(stream => stream.Hub == Hub && stream.Published == count)), $"{count} facts are published");

    private static Task<string> DumpAsync(ServiceHost<ReportingDb> follower) => Facts.ReadAsync(follower.Services, async db =>
        JsonSerializer.Serialize(await db.Set<ReferralFact>().AsNoTracking().OrderBy(fact => fact.Position).ToListAsync()));

    private async Task PublishAsync(object entry) => (await Broker.PostAsJsonAsync($"exchanges/{VirtualHost}/journal/publish", new
    {
        properties = new { delivery_mode = 2, content_type = "application/json" }, routing_key = "harbor.case-referral.referral-made",
        payload = JsonSerializer.Serialize(entry), payload_encoding = "string",
    })).EnsureSuccessStatusCode();

    private async Task<long> DepthAsync(string queue)
    {
        using var answer = await Broker.GetAsync($"queues/{VirtualHost}/{queue}");
        if (!answer.IsSuccessStatusCode) return -1;
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("messages", out var messages) ? messages.GetInt64() : -1;
    }
}
