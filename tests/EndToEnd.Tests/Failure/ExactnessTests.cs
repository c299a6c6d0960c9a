using System.Diagnostics;
using System.Globalization;
using Demonstration.Fable;
using Testing;
using Xunit;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Failure;

/// <summary>While referrals are being made, something dies. Every accepted request's effect is there in the end, once.</summary>
[Collection(OnePlatform.Name)]
public sealed class ExactnessTests(ExactnessTests.Embedded platform, ITestOutputHelper output)
{
    /// <summary>MassTransit tries again after 30 s at the latest; and a busy machine takes its time.</summary>
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(60);

    /// <summary>At most so many messages are on their way to a consumer.</summary>
    private const int Prefetched = 500;

    [Fact]
    public async Task The_broker_is_killed_and_returns()
    {
        using var scenario = await Scenario.BeginAsync("broker", platform, output);
        await using var health = new HealthWatch(platform.Platform.PublicUrl);
        await scenario.ReachesAsync(200);
        var broker = await platform.BrokerAsync();
        await scenario.KillAsync(broker);
        var killed = Stopwatch.GetTimestamp();

        // All of this without a broker.
        await scenario.ReachesAsync(450);
        await health.SaysAsync("Degraded", TimeSpan.FromSeconds(30));
        var returns = Stopwatch.GetTimestamp();
        broker.LetReturn();

        var meanwhile = scenario.Writer.Attempts.Where(attempt => attempt.Began > killed && attempt.Ended < returns).ToList();
        Assert.True(meanwhile.Count > 200, $"{meanwhile.Count} requests were answered meanwhile");
        Assert.All(meanwhile, attempt => Assert.True(attempt.Status is 200 or 201, $"{attempt.Status}"));
        var slowest = meanwhile.Select(attempt => attempt.Took).Order().ToList();
        scenario.Says($"{meanwhile.Count} requests in {Stopwatch.GetElapsedTime(killed, returns).TotalSeconds:0.0} s without the broker, all accepted, "
            + $"p99 {slowest[slowest.Count * 99 / 100].TotalMilliseconds:0} ms, slowest {slowest[^1].TotalMilliseconds:0} ms");
        Assert.InRange(slowest[slowest.Count * 99 / 100], TimeSpan.Zero, TimeSpan.FromSeconds(5));

        await platform.ReturnedAsync("rabbitmq");
        var healthy = await health.SaysAsync("Healthy", LongestBackOff);
        Assert.All(health.Answers, answer => Assert.Equal(200, answer.Code));
        scenario.Says($"Healthy {healthy.TotalSeconds:0.0} s after the broker was back");
        await scenario.EndsExactAsync();
    }

    [Fact]
    public async Task The_broker_loses_its_disk_while_it_is_down()
    {
        using var scenario = await Scenario.BeginAsync("lost disk", platform, output, referrals: 1000);
        await scenario.ReachesAsync(100);
        var reporting = await platform.ServiceAsync("reporting-harbor");
        scenario.Pause(reporting);
        await scenario.ReachesAsync(700);
        var broker = await platform.BrokerAsync();
        await scenario.KillAsync(broker);

        // What waited in Reporting's queue was confirmed, and is gone for good, but for what was already on its way.
        var published = await PublishedAsync(await platform.ServiceAsync("case-referral"));
        var applied = (await new ServiceDatabase(reporting, "reporting").ReadAsync(
            $"""SELECT "Position" FROM "Watermarks" WHERE "Service" = 'case-referral' AND "Hub" = '{Cast.Hub}' """, row => row.GetInt64(0))).Single();
        Assert.True(published - applied > Prefetched, $"applied {applied}, published {published}");
        Directory.Delete(Path.Combine(platform.Platform.Folder, "rabbitmq"), recursive: true);
        reporting.GoOn();
        await scenario.ReachesAsync(800);
        broker.LetReturn();
        await platform.ReturnedAsync("rabbitmq");
        await using var health = new HealthWatch(platform.Platform.PublicUrl);
        await health.SaysAsync("Healthy", LongestBackOff);
        await scenario.EndsExactAsync();
        scenario.Says($"at least {published - applied - Prefetched} confirmed messages were lost");
    }

    [Fact]
    public async Task CaseReferral_is_killed_between_publishing_and_marking()
    {
        using var scenario = await Scenario.BeginAsync("unmarked", platform, output);
        var service = await platform.ServiceAsync("case-referral");
        await using var tap = await JournalTap.OpenAsync(new Uri(service["ConnectionStrings__rabbitmq"]), Cast.Hub);
        await scenario.ReachesAsync(250);
        await scenario.HoldAsync(service);
        await File.WriteAllTextAsync(platform.Order, "");
        await service.IsGoneAsync();

        // It is dead: what it had published is with the broker, and its own database does not know.
        var marked = await PublishedAsync(service);
        await Until.TrueAsync(() => Task.FromResult(tap.Deliveries.Any(message => message.Position > marked)), "messages are out that are not marked");
        Assert.Empty(tap.Repeated);
        service.LetReturn();

        await scenario.EndsExactAsync();
        var repeated = tap.Repeated.ToList();
        scenario.Says($"{repeated.Count} messages came twice; marked at the death: {marked}");
        Assert.NotEmpty(repeated);
        Assert.All(repeated, same => Assert.Single(same.Select(message => message.Position).Distinct()));
        Assert.Contains(repeated, same => same.First().Position == marked + 1);
    }

    [Fact]
    public async Task Reporting_stands_still_until_the_broker_has_given_it_up()
    {
        using var scenario = await Scenario.BeginAsync("standstill", platform, output);
        await scenario.ReachesAsync(200);
        var reporting = await platform.ServiceAsync("reporting-harbor");
        using var broker = new BrokerView(await platform.ServiceAsync("case-referral"), platform.Platform);
        await Until.TrueAsync(async () => await broker.ConsumersAsync("reporting-harbor") is [_], "it consumes", TimeSpan.FromMinutes(1), BrokerView.Pause);
        var since = Stopwatch.StartNew();
        scenario.Pause(reporting);
        await Until.TrueAsync(async () => await broker.ConsumersAsync("reporting-harbor") is [], "the broker has given it up", TimeSpan.FromMinutes(2), BrokerView.Pause);
        scenario.Says(string.Create(CultureInfo.InvariantCulture, $"given up after {since.Elapsed.TotalSeconds:0.0} s"));
        await scenario.ReachesAsync(Scenario.Referrals);
        reporting.GoOn();
        await scenario.EndsExactAsync();
    }

    /// <summary>Up to where the service knows that the broker has its facts.</summary>
    private static async Task<long> PublishedAsync(PlatformProcess service) => (await new ServiceDatabase(service, "case-referral").ReadAsync(
        $"""SELECT "Published" FROM "JournalStreams" WHERE "Hub" = '{Cast.Hub}' """, row => row.GetInt64(0))).Single();

    /// <summary>On SQLite, as ./run starts it.</summary>
    public sealed class Embedded : FailurePlatform
    {
        public Embedded()
        {
            Platform.Variables["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            Platform.Variables[StartupHook.Order] = Order;
        }

        /// <summary>While this file is there, CaseReferral dies at its next mark.</summary>
        public string Order => Path.Combine(Platform.Folder, "die-at-mark");
    }
}

[CollectionDefinition(Name)]
public sealed class OnePlatform : ICollectionFixture<ExactnessTests.Embedded>
{
    public const string Name = "platform on SQLite";
}
