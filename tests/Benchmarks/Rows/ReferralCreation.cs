using System.Globalization;
using Benchmarks.Measuring;

namespace Benchmarks.Rows;

/// <summary>Referrals made through the gateway at a steady rate, each with its Idempotency-Key; where 250/s is too much, the highest rate that holds.</summary>
internal static class ReferralCreation
{
    private const double Longest = 100;
    private static readonly int[] Rates = [250, 200, 150, 100, 75, 50, 25];

    public static async Task<IEnumerable<Figure>> MeasureAsync(HarborUnderLoad harbor)
    {
        await LoadAsync(harbor, 50, seconds: 4); // warms up what is compiled when it is hot
        await LoadAsync(harbor, 150, seconds: 4);
        var tried = new List<string>();
        foreach (var rate in Rates)
        {
            var before = Processes.ProcessorTimeOf(harbor.AppHostId);
            var result = await LoadAsync(harbor, rate, seconds: 10);
            var after = Processes.ProcessorTimeOf(harbor.AppHostId);
            Console.WriteLine("      processor time per referral: " + string.Join(", ", after.OrderByDescending(process => process.Value - before.GetValueOrDefault(process.Key))
                .Select(process => string.Create(CultureInfo.InvariantCulture, $"{process.Key} {(process.Value - before.GetValueOrDefault(process.Key)) / (rate * 10):0.00} ms"))));
            var held = result.Failed == 0 && result.Times.At(95) <= Longest;
            tried.Add(string.Create(CultureInfo.InvariantCulture, $"at {rate}/s {result.Times}{(result.Failed > 0 ? $", {result.Failed} failed" : "")}"));
            if (held) return [new("Referrals made through the gateway at 250/s", "p95 ≤ 100 ms", string.Join("; ", tried), rate == Rates[0])];
        }

        return [new("Referrals made through the gateway at 250/s", "p95 ≤ 100 ms", string.Join("; ", tried), false)];
    }

    private static Task<LoadResult> LoadAsync(HarborUnderLoad harbor, int rate, int seconds) =>
        SteadyLoad.RunAsync(rate, rate * seconds, async _ => await harbor.ReferAsync() is not null);
}
