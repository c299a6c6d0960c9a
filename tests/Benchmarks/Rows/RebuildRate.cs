using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarks.Measuring;

namespace Benchmarks.Rows;

/// <summary>How fast Reporting reads a hub's whole journal anew, over HTTP, from CaseReferral.</summary>
internal static class RebuildRate
{
    private const long Facts = 50_000;

    public static async Task<IEnumerable<Figure>> MeasureAsync(HarborUnderLoad harbor)
    {
        Grow(harbor);
        var head = await AppliedAsync(harbor);
        var ops = await harbor.OpsAsync();
        var clock = Stopwatch.StartNew();
        var rebuild = await ops.PostAsync("/api/reporting/harbor/rebuilds", new { });
        var place = $"/api/reporting/harbor/rebuilds/{rebuild.GetProperty("id").GetGuid()}";
        while ((await ops.GetAsync(place)).GetProperty("completedAt").ValueKind != JsonValueKind.String)
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(60)) return [new("Rebuild of Reporting", "≥ 10,000 events/s", "not complete in 60 s", false)];
            await Task.Delay(50);
        }

        var rate = head / clock.Elapsed.TotalSeconds;
        return [new("Rebuild of Reporting", "≥ 10,000 events/s", string.Create(CultureInfo.InvariantCulture, $"{rate:0} events/s ({head} in {clock.Elapsed.TotalSeconds:0.0} s)"), rate >= 10_000)];
    }

    /// <summary>Copies the hub's referrals in the journal until there are enough, as if they had been made; the relay numbers and sends them.</summary>
    private static void Grow(HarborUnderLoad harbor)
    {
        using var journal = harbor.Open("case-referral");
        using var grow = journal.CreateCommand();
        grow.CommandText = """
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $facts - (SELECT count(*) FROM Journal))
            INSERT INTO Journal (Hub, EventId, Type, Version, TaskForceId, OccurredAt, Payload)
            SELECT Hub, upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12)),
                   Type, Version, TaskForceId, OccurredAt, Payload
            FROM (SELECT hex(randomblob(16)) AS h, row.* FROM numbers, (SELECT * FROM Journal WHERE Type = 'referral-made' ORDER BY Sequence DESC LIMIT 1) AS row)
            """;
        grow.Parameters.AddWithValue("$facts", Facts);
        grow.ExecuteNonQuery();
    }

    /// <summary>Waits until Reporting has applied the hub's stream to its head.</summary>
    private static async Task<long> AppliedAsync(HarborUnderLoad harbor)
    {
        await using var source = harbor.Open("case-referral");
        await using var projection = harbor.Open("reporting-harbor");
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(90))
        {
            var head = Number(source, "SELECT count(*) FROM Journal WHERE Hub = 'harbor'");
            if (Number(projection, "SELECT Position FROM Watermarks WHERE Service = 'case-referral' AND Hub = 'harbor'") == head) return head;
            await Task.Delay(100);
        }

        throw new TimeoutException("Reporting did not catch up.");
    }

    private static long Number(Microsoft.Data.Sqlite.SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)(command.ExecuteScalar() ?? 0L);
    }
}
