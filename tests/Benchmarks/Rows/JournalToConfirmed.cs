using System.Diagnostics;
using System.Globalization;
using Benchmarks.Measuring;
using CaseReferral.Storage;
using Contracts;
using Contracts.CaseReferral;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;
using Testing;

namespace Benchmarks.Rows;

/// <summary>
/// From committed rows of a journal to the broker's confirms, against the bare bus publishing the same messages with
/// confirms, as many in flight: what positions, order and crash safety cost. Turn about, on one broker and one bus.
/// </summary>
internal static class JournalToConfirmed
{
    private const int Facts = 10_000;
    private const int InFlight = 1000;
    private const int Rounds = 3;

    public static async Task<IEnumerable<Figure>> MeasureAsync()
    {
        var platform = new PlatformFixture();
        await platform.InitializeAsync();
        try
        {
            var host = await platform.StartAsync<CaseReferralDb>("case-referral");
            var services = host.Services;
            var bus = services.GetRequiredService<IBusControl>();
            await bus.WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
            await JournalAsync(services, 1000);
            var rates = new List<(double Journal, double Bare)>();
            for (var round = 0; round < Rounds; round++)
            {
                var journal = await JournalAsync(services, Facts);
                rates.Add((journal, await BareAsync(services, bus)));
            }

            var (ours, bare) = rates.OrderBy(rate => rate.Journal / rate.Bare).ElementAt(Rounds / 2);
            return [new("Journal to confirmed ÷ bare confirmed publish", "≥ 0.5",
                string.Create(CultureInfo.InvariantCulture, $"{ours / bare:0.00} ({ours:0} ÷ {bare:0} events/s)"), ours / bare >= 0.5)];
        }
        finally
        {
            await platform.DisposeAsync();
        }
    }

    private static async Task<double> JournalAsync(IServiceProvider services, int count)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var before = await PublishedAsync(db);
        await Journals.AppendAsync(services, "harbor", DateTimeOffset.UtcNow, Enumerable.Range(0, count).Select(_ => Made()));
        var clock = Stopwatch.StartNew();
        while (await PublishedAsync(db) < before + count)
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(60)) throw new TimeoutException("The journal was not published.");
            await Task.Delay(1);
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> BareAsync(IServiceProvider services, IBus bus)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var rows = await db.Journal.AsNoTracking().OrderByDescending(row => row.Sequence).Take(Facts).ToListAsync();
        var entries = rows.ConvertAll(row => new JournalEntry(
            "case-referral", row.Hub, row.Position!.Value, row.EventId, row.Type, row.Version, row.TaskForceId, DateOnly.FromDateTime(row.OccurredAt.UtcDateTime), row.Payload, row.TraceParent));
        var clock = Stopwatch.StartNew();
        using var places = new SemaphoreSlim(InFlight);
        await Task.WhenAll(entries.Select(async entry =>
        {
            await places.WaitAsync();
            await bus.Publish(entry, context =>
            {
                context.MessageId = entry.EventId;
                context.SetRoutingKey($"{entry.Hub}.{entry.Service}.{entry.Type}");
            });
            places.Release();
        }));
        return Facts / clock.Elapsed.TotalSeconds;
    }

    private static Task<long> PublishedAsync(ServiceDb db) =>
        db.JournalStreams.AsNoTracking().Where(stream => stream.Hub == "harbor").Select(stream => stream.Published).SingleOrDefaultAsync();

    private static ReferralMade Made() => new(
        Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), [ServiceType.EmergencyHousing], Urgency.Immediate, new DateOnly(2026, 3, 4));
}
