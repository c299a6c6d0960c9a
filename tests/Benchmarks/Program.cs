using System.Diagnostics;
using Benchmarks.Measuring;
using Benchmarks.Rows;

// Services hosted in this process look for their content roots in a file beside the assembly.
Directory.SetCurrentDirectory(AppContext.BaseDirectory);

// Rows to measure: all, or those whose names contain one of the arguments.
var only = args.Length > 0 ? args : [""];
var clock = Stopwatch.StartNew();
var figures = new List<Figure>();

await RunAsync(nameof(JournalToConfirmed), JournalToConfirmed.MeasureAsync);

await using (var harbor = new HarborUnderLoad())
{
    await harbor.StartAsync();
    await RunAsync(nameof(StartAndMemory), () => StartAndMemory.MeasureAsync(harbor));
    await harbor.SettleAsync();
    // In this order: the minute without a broker also warms up what the later rows measure.
    await RunAsync(nameof(DrainAfterSilence), () => DrainAfterSilence.MeasureAsync(harbor));
    await RunAsync(nameof(CommitToProjection), () => CommitToProjection.MeasureAsync(harbor));
    await RunAsync(nameof(ReferralCreation), () => ReferralCreation.MeasureAsync(harbor));
    await RunAsync(nameof(GatewayCost), () => GatewayCost.MeasureAsync(harbor));
    await RunAsync(nameof(RebuildRate), () => RebuildRate.MeasureAsync(harbor));
    // Last, for it leaves a large database behind.
    await RunAsync(nameof(DirectorySearch), () => DirectorySearch.MeasureAsync(harbor));
    await RunAsync(nameof(Routing), () => Routing.MeasureAsync(harbor));
}

Table.Print(figures, clock.Elapsed);

async Task RunAsync(string name, Func<Task<IEnumerable<Figure>>> measure)
{
    if (!only.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))) return;
    Console.WriteLine($"{clock.Elapsed:mm\\:ss} {name}…");
    foreach (var figure in await measure())
    {
        figures.Add(figure);
        Console.WriteLine($"      {figure.Measure}: {figure.Value} ({figure.Target}) {figure.Verdict}");
    }
}
