using System.Diagnostics;
using System.Net;
using CaseReferral.Storage;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>One relay at a time, gapless positions, and a service that answers whether the broker is there or not.</summary>
public abstract class RelayTests(DatabaseProvider provider) : PlatformFixture(provider)
{
    public sealed class OnSqlite() : RelayTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgres() : RelayTests(DatabaseProvider.Postgres);

    [NeedsSqlServer]
    public sealed class OnSqlServer() : RelayTests(DatabaseProvider.SqlServer);

    [Fact]
    public async Task Two_replicas_number_without_gap_or_double_and_the_second_takes_over()
    {
        var first = await StartAsync<MembershipDb>("membership");
        var second = await StartReplicaAsync<MembershipDb>("membership");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Facts.WriteAsync(
            (n % 2 == 0 ? first : second).Services, n % 3 == 0 ? "ridge" : "harbor", Facts.Listed("harbor"), Facts.Listed("harbor"))));
        await PositionsAreAsync(second, harbor: 26, ridge: 14);

        await first.DisposeAsync();
        await Facts.WriteAsync(second.Services, "harbor", Facts.Listed("harbor"));
        await PositionsAreAsync(second, harbor: 27, ridge: 14);
    }

    [Fact]
    public async Task Without_a_broker_writes_are_taken_and_the_service_stays_ready()
    {
        var nobody = new Dictionary<string, string> { ["ConnectionStrings:rabbitmq"] = $"amqp://nobody:none@127.0.0.1:{FreePort.Next()}" };
        var host = await StartAsync<MembershipDb>("membership", nobody);

        using var anybody = await ClientAsync("membership");
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/health/ready")).StatusCode);

        using var admin = await ClientAsync("membership", new Person("platform-admin"));
        using var made = await admin.PostAsJsonAsync("/hubs", new { code = "harbor", name = "Harbor Region" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        await Until.TrueAsync(() => Facts.ReadAsync(host.Services, db => db.JournalStreams.AnyAsync(stream => stream.Assigned == 1)), "the feed has it all the same");
        Assert.Equal(0, await Facts.ReadAsync(host.Services, db => db.JournalStreams.Select(stream => stream.Published).SingleAsync()));
    }

    [Fact]
    public async Task One_trace_spans_the_request_the_relay_and_the_reaction()
    {
        var spans = new System.Collections.Concurrent.ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is JournalTelemetry.Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await StartAsync<MembershipDb>("membership");
        await StartAsync<CaseReferralDb>("case-referral");

        var trace = ActivityTraceId.CreateRandom();
        using var admin = await ClientAsync("membership", new Person("platform-admin"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs") { Content = JsonContent.Create(new { code = "harbor", name = "Harbor Region" }) };
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        (await admin.SendAsync(request)).EnsureSuccessStatusCode();

        await Until.TrueAsync(
            () => Task.FromResult(new[] { "journal relay", "journal apply" }.All(name => spans.Any(span => span.TraceId == trace && span.OperationName == name))),
            "relay and reaction are in the request's trace");
    }

    private static async Task PositionsAreAsync(ServiceHost<MembershipDb> host, int harbor, int ridge)
    {
        await Until.TrueAsync(() => Facts.ReadAsync(host.Services, db => db.Journal.AllAsync(row => row.Position != null)), "every row is numbered");
        foreach (var (hub, count) in new[] { ("harbor", harbor), ("ridge", ridge) })
        {
            var positions = await Facts.ReadAsync(host.Services, db => db.Journal.Where(row => row.Hub == hub)
                .OrderBy(row => row.Position).Select(row => row.Position!.Value).ToListAsync());
            Assert.Equal(Enumerable.Range(1, count).Select(position => (long)position), positions);
        }
    }
}
