using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Benchmarks.Measuring;

namespace Benchmarks.Rows;

/// <summary>Searches of a directory of 10,000 agencies and 100,000 representatives, one after the other, at the service itself.</summary>
internal static class DirectorySearch
{
    private const int Rounds = 40;
    private const double Longest = 20;

    /// <summary>As people look: for a name, for who does what in which language and where, and for who is there now.</summary>
    private static readonly string[] Searches =
    [
        "/agencies?name=harbor", "/agencies?name=safe+hav", "/agencies?name=l", "/agencies?service=EmergencyHousing", "/agencies?language=tha",
        "/agencies?area=06075&service=Medical", "/agencies?service=ImmigrationLegal&language=spa&area=US-CA", "/agencies?agencyClass=VictimServices",
        "/agencies?openAt=2026-01-07T11:00:00Z", "/agencies?service=EmergencyHousing&language=vie&openAt=2026-01-07T20:00:00Z",
    ];

    private static readonly string[] People = ["mari", "rowan example7", "no ex", "example123"];

    public static async Task<IEnumerable<Figure>> MeasureAsync(HarborUnderLoad harbor)
    {
        var clock = Stopwatch.StartNew();
        await LargeHarbor.SeedAsync(harbor);
        var seeded = clock.Elapsed;

        using var directory = harbor.Direct("membership");
        directory.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", harbor.HubOffice.Token);
        var times = Searches.Concat(People).ToDictionary(search => search, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (search, taken) in times)
            {
                var time = await TimeAsync(directory, search);
                if (round >= Rounds / 10) taken.Add(time); // the first ones warm up
            }
        }

        var all = new Percentiles(times.Values.SelectMany(taken => taken));
        var slowest = times.ToDictionary(search => search.Key, search => new Percentiles(search.Value)).MaxBy(search => search.Value.At(50));
        // Every one of them is somebody's only one: the median of all would hide a slow kind behind the quick.
        return
        [
            new("Directory search, 10,000 agencies, 100,000 representatives", "p50 of each ≤ 20 ms", string.Create(CultureInfo.InvariantCulture,
                $"{all}; the slowest, {slowest.Key}: {slowest.Value}; seeded in {seeded.TotalSeconds:0.0} s"), slowest.Value.At(50) <= Longest),
        ];
    }

    private static async Task<double> TimeAsync(HttpClient directory, string search)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = search.StartsWith('/')
            ? await directory.GetAsync(search)
            : await directory.PostAsJsonAsync("/representatives/search", new { name = search });
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
