using System.Globalization;
using System.Text.RegularExpressions;
using Benchmarks.Measuring;

namespace Benchmarks.Rows;

/// <summary>How soon the platform is ready, and what its processes hold before anybody has asked for anything.</summary>
internal static partial class StartAndMemory
{
    public static async Task<IEnumerable<Figure>> MeasureAsync(HarborUnderLoad harbor)
    {
        var ready = double.Parse(Ready().Match(harbor.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        await Task.Delay(TimeSpan.FromSeconds(3)); // idle is when nothing more happens by itself
        var resident = Processes.ResidentOf(harbor.AppHostId).OrderByDescending(process => process.Resident).ToList();
        var most = resident[0].Resident;
        return
        [
            new("Start to ready", "≤ 25 s", string.Create(CultureInfo.InvariantCulture, $"{ready:0.0} s"), ready <= 25),
            new("Resident memory per idle process", "≤ 120 MB",
                string.Join(", ", resident.Select(process => string.Create(CultureInfo.InvariantCulture, $"{process.Name} {process.Resident:0} ({process.Own:0} its own)"))), most <= 120),
        ];
    }

    [GeneratedRegex(@"^Ready in ([0-9.]+) s", RegexOptions.Multiline)]
    private static partial Regex Ready();
}
