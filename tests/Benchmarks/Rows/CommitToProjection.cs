using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Benchmarks.Measuring;
using Microsoft.Data.Sqlite;

namespace Benchmarks.Rows;

/// <summary>
/// From a referral's request to its fact in Reporting's database, at 100 referrals/s. The clock starts when the request is
/// sent, before the commit: what is shown is no less than what is asked.
/// </summary>
internal static class CommitToProjection
{
    private const int Rate = 100;
    private const int Count = Rate * 12;

    public static async Task<IEnumerable<Figure>> MeasureAsync(HarborUnderLoad harbor)
    {
        await SteadyLoad.RunAsync(Rate, Rate * 3, async _ => await harbor.ReferAsync() is not null); // warms up
        var sent = new ConcurrentDictionary<Guid, long>();
        var seen = new Dictionary<long, long>();
        using var done = new CancellationTokenSource();
        await using var reporting = harbor.Open("reporting-harbor");
        var watching = Task.Run(() => Watch(reporting, seen, done.Token));

        var load = await SteadyLoad.RunAsync(Rate, Count, async _ =>
        {
            var began = Stopwatch.GetTimestamp();
            if (await harbor.ReferAsync() is not { } id) return false;
            sent[id] = began;
            return true;
        });
        await Task.Delay(TimeSpan.FromSeconds(2)); // eight times what the slowest may take
        await done.CancelAsync();
        await watching;

        var positions = Positions(harbor);
        var missing = sent.Keys.Count(id => !seen.ContainsKey(positions.GetValueOrDefault(id)));
        var times = new Percentiles(sent.Where(made => seen.ContainsKey(positions.GetValueOrDefault(made.Key)))
            .Select(made => Stopwatch.GetElapsedTime(made.Value, seen[positions[made.Key]]).TotalMilliseconds));
        var holds = load.Failed == 0 && missing == 0 && times.At(50) <= 50 && times.At(99) <= 250;
        return [new("Request to projection at 100 referrals/s", "p50 ≤ 50 ms, p99 ≤ 250 ms",
            $"{times}{(missing + load.Failed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {missing} missing, {load.Failed} failed") : "")}", holds)];
    }

    /// <summary>Looks every two milliseconds for facts that were not there before.</summary>
    private static void Watch(SqliteConnection reporting, Dictionary<long, long> seen, CancellationToken done)
    {
        using var last = reporting.CreateCommand();
        last.CommandText = "SELECT coalesce(max(Position), 0) FROM ReferralFacts";
        var after = (long)last.ExecuteScalar()!;
        using var look = reporting.CreateCommand();
        look.CommandText = "SELECT Position FROM ReferralFacts WHERE Position > $after ORDER BY Position";
        var from = look.Parameters.AddWithValue("$after", after);
        while (!done.IsCancellationRequested)
        {
            from.Value = after;
            using (var rows = look.ExecuteReader())
            {
                var now = Stopwatch.GetTimestamp();
                while (rows.Read()) seen[after = rows.GetInt64(0)] = now;
            }

            Thread.Sleep(2);
        }
    }

    private static Dictionary<Guid, long> Positions(HarborUnderLoad harbor)
    {
        using var journal = harbor.Open("case-referral");
        using var read = journal.CreateCommand();
        read.CommandText = "SELECT json_extract(Payload, '$.referralId'), Position FROM Journal WHERE Type = 'referral-made' AND Position IS NOT NULL";
        using var rows = read.ExecuteReader();
        var positions = new Dictionary<Guid, long>();
        while (rows.Read()) positions[Guid.Parse(rows.GetString(0))] = rows.GetInt64(1);
        return positions;
    }
}
