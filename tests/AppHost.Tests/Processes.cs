using System.Diagnostics;

namespace AppHost.Tests;

internal static class Processes
{
    public static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }

    /// <summary>The process of this program that has all of these words in its command line.</summary>
    public static int Find(string program, params string[] words) => Directory.GetDirectories("/proc")
        .Select(folder => Path.GetFileName(folder))
        .Where(name => int.TryParse(name, out _))
        .Select(name => (Id: int.Parse(name, null), Line: Read($"/proc/{name}/cmdline")))
        .Single(process => Path.GetFileName(process.Line.Split('\0')[0]) == program && words.All(word => process.Line.Contains(word, StringComparison.Ordinal))).Id;

    public static bool Lives(int process) =>
        Read($"/proc/{process}/stat") is { Length: > 0 } stat && stat[(stat.LastIndexOf(')') + 2)] != 'Z';

    public static async Task AreGoneAsync(IEnumerable<int> processes)
    {
        var since = Stopwatch.StartNew();
        while (processes.Where(Lives).ToList() is { Count: > 0 } left)
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), $"Left over: {string.Join(' ', left)}");
            await Task.Delay(20);
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
