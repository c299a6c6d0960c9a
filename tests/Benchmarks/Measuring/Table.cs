using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>The figures of one run, as a table that can be kept.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Figure> figures, TimeSpan took)
    {
        string[][] rows = [["Measure", "Target", "Figure", "Verdict"], .. figures.Select(figure => new[] { figure.Measure, figure.Target, figure.Value, figure.Verdict })];
        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in rows) Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Commit {Commit()}, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, in {took.TotalSeconds:0} s."));
    }

    private static string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty"]) { RedirectStandardOutput = true })!;
        var name = git.StandardOutput.ReadToEnd().Trim();
        return name.Length > 0 ? name : "unknown";
    }
}
