using System.Diagnostics;
using System.Globalization;
using Benchmarks.Measuring;

namespace Benchmarks.Rows;

/// <summary>
/// A minute without a broker while referrals go on being made: how they fare, and how fast the journal empties once the
/// broker is back, while they still come.
/// </summary>
internal static class DrainAfterSilence
{
    private const int Rate = 100;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    public static async Task<IEnumerable<Figure>> MeasureAsync(HarborUnderLoad harbor)
    {
        // AppHost would start the broker again at once: it is held still as long as the silence lasts.
        await SignalAsync("-STOP", harbor.AppHostId);
        await SignalAsync("-KILL", Processes.Broker(harbor.AppHostId));
        var load = await SteadyLoad.RunAsync(Rate, (int)(Rate * Silence.TotalSeconds), async _ => await harbor.ReferAsync() is not null);
        await SignalAsync("-CONT", harbor.AppHostId);

        using var enough = new CancellationTokenSource();
        var still = SteadyLoad.RunAsync(Rate, (int)(Rate * Longest.TotalSeconds), async _ => enough.IsCancellationRequested || await harbor.ReferAsync() is not null);
        var drain = await DrainAsync(harbor);
        await enough.CancelAsync();
        var late = await still;
        var refused = harbor.Refused() is { Length: > 0 } said ? $" ({said})" : "";

        return
        [
            new("Referrals made at 100/s for 60 s without a broker", "none fails", string.Create(CultureInfo.InvariantCulture, $"{load.Failed + late.Failed} failed{refused}, {load.Times}"), load.Failed + late.Failed == 0),
            new("Drain after 60 s without a broker ÷ arrivals", "≥ 5", drain is { } drained
                ? string.Create(CultureInfo.InvariantCulture, $"{drained.Rate / Rate:0.0} ({drained.Rate:0} events/s, begun {drained.Begun.TotalSeconds:0.0} s after the broker might start)")
                : $"not drained in {Longest.TotalSeconds} s", drain?.Rate >= 5 * Rate),
        ];
    }

    /// <returns>Events published a second from the first to the last of the backlog, and when that began; null where it was not emptied.</returns>
    private static async Task<(double Rate, TimeSpan Begun)?> DrainAsync(HarborUnderLoad harbor)
    {
        await using var journal = harbor.Open("case-referral");
        var (start, _) = Stream(journal);
        Stopwatch? draining = null;
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < Longest)
        {
            var (published, behind) = Stream(journal);
            if (published > start) draining ??= Stopwatch.StartNew();
            if (draining is not null && behind < Rate) return ((published - start) / Math.Max(draining.Elapsed.TotalSeconds, 0.01), waiting.Elapsed - draining.Elapsed);
            await Task.Delay(5);
        }

        return null;
    }

    private static (long Published, long Behind) Stream(Microsoft.Data.Sqlite.SqliteConnection journal)
    {
        using var command = journal.CreateCommand();
        command.CommandText = "SELECT Published, Assigned - Published + (SELECT count(*) FROM Journal WHERE Position IS NULL) FROM JournalStreams WHERE Hub = 'harbor'";
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
