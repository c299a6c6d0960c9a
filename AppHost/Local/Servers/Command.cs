using System.Diagnostics;

namespace AppHost.Local.Servers;

/// <summary>A short command, run to its end.</summary>
internal static class Command
{
    /// <returns>The exit code and what it wrote, both streams.</returns>
    public static async Task<(int Code, string Output)> RunAsync(
        string file, IEnumerable<string> args, Dictionary<string, string> environment, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(file, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var texts = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, string.Concat(texts).Trim());
    }
}
