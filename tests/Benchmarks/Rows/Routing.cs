using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Benchmarks.Measuring;
using Testing;

namespace Benchmarks.Rows;

/// <summary>Whom to call now, asked in a directory of 10,000 agencies and 100,000 representatives, one question after the other, at the service itself.</summary>
internal static class Routing
{
    private const int Rounds = 100;
    private const double Longest = 20;

    public static async Task<IEnumerable<Figure>> MeasureAsync(HarborUnderLoad harbor)
    {
        var taskForce = await LargeHarbor.SeedAsync(harbor);
        using var service = harbor.Direct("membership");
        service.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", harbor.HubOffice.Token);
        var times = new List<double>();
        var calls = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var facts in LargeProtocol.Cases)
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await service.PostAsJsonAsync($"/task-forces/{taskForce}/routing", facts);
                var list = await answer.Content.ReadAsStringAsync();
                answer.EnsureSuccessStatusCode();
                if (round < Rounds / 10) continue; // the first ones warm up
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                calls = Math.Max(calls, list.Split("\"rank\"").Length - 1);
            }
        }

        var result = new Percentiles(times);
        return
        [
            new("Routing, 10,000 agencies, 100,000 representatives", "p50 ≤ 20 ms", string.Create(CultureInfo.InvariantCulture,
                $"{result}; up to {calls} calls in order of {LargeProtocol.Steps} steps"), result.At(50) <= Longest),
        ];
    }
}
