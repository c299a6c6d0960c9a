using System.Diagnostics;
using System.Globalization;
using Benchmarks.Measuring;

namespace Benchmarks.Rows;

/// <summary>
/// What the gateway costs: the same requests through it and past it, turn about, in one run. Requests/s are those of all
/// cores shared by load, gateway and service: the gateway's part shows the more, the less the service has to do.
/// </summary>
internal static class GatewayCost
{
    private const int Pairs = 2000;
    private const int Rounds = 3;
    private const int AtOnce = 8;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task<IEnumerable<Figure>> MeasureAsync(HarborUnderLoad harbor)
    {
        var id = await harbor.ReferAsync() ?? throw new InvalidOperationException("No referral was made.");
        for (var more = 0; more < 50; more++) await harbor.ReferAsync(); // a full page
        using var direct = harbor.Direct("case-referral");
        var one = ($"{HarborUnderLoad.Referrals}/{id}", $"/referrals/{id}");
        var page = ($"{HarborUnderLoad.Referrals}?direction=out&take=50", "/referrals?direction=out&take=50");

        var month = DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var report = ($"/api/reporting/harbor/referral-report?from={month}&to={month}", $"/referral-report?from={month}&to={month}");
        using var reporting = harbor.Direct("reporting-harbor");

        var added = await AddedAsync(harbor.Gateway, direct, one);
        return
        [
            new("Gateway, added latency (one referral)", "p50 ≤ 0.5 ms", string.Create(CultureInfo.InvariantCulture, $"p50 {added.At(50):0.00} ms"), added.At(50) <= 0.5),
            Ratio("a page of 50 referrals", await RatioAsync(harbor.Gateway, direct, page)),
            Ratio("a month's report", await RatioAsync(harbor.Gateway, reporting, report)),
        ];
    }

    private static Figure Ratio(string what, (double Through, double Past) rate) => new($"Gateway, requests/s ÷ direct ({what})", "≥ 0.9",
        string.Create(CultureInfo.InvariantCulture, $"{rate.Through / rate.Past:0.00} ({rate.Through:0} ÷ {rate.Past:0})"), rate.Through / rate.Past >= 0.9);

    /// <summary>Each pair one after the other, so that what else the machine does falls on both.</summary>
    private static async Task<Percentiles> AddedAsync(HttpClient gateway, HttpClient direct, (string Through, string Past) path)
    {
        var added = new List<double>(Pairs);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var through = await TimeAsync(gateway, path.Through);
            var past = await TimeAsync(direct, path.Past);
            if (pair >= Pairs / 10) added.Add(through - past); // the first ones warm up
        }

        return new Percentiles(added);
    }

    private static async Task<(double Through, double Past)> RatioAsync(HttpClient gateway, HttpClient direct, (string Through, string Past) path)
    {
        await Task.WhenAll(RateAsync(gateway, path.Through, TimeSpan.FromSeconds(1)), RateAsync(direct, path.Past, TimeSpan.FromSeconds(1)));
        var rates = new List<(double Through, double Past)>();
        for (var round = 0; round < Rounds; round++) rates.Add((await RateAsync(gateway, path.Through, Round), await RateAsync(direct, path.Past, Round)));
        return rates.OrderBy(rate => rate.Through / rate.Past).ElementAt(Rounds / 2);
    }

    private static async Task<double> RateAsync(HttpClient http, string path, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            var count = 0;
            for (; clock.Elapsed < time; count++) await TimeAsync(http, path);
            return count;
        }));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> TimeAsync(HttpClient http, string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
