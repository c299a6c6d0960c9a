using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace AppHost.Tests;

/// <summary>An AppHost of the sample topology, as a process of its own, on a data folder.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Assembly = typeof(SampleHost).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Sample").Value!;

    private readonly Process _process;
    private readonly Task _reading;
    private readonly StringBuilder _output = new();

    private SampleHost(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static SampleHost Start(DataFolder data, string scenario, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Assembly, $"--Scenario={scenario}", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PLATFORM_DATA"] = data.Path, ["Logging__LogLevel__Default"] = "Warning" },
        };
        // What the test run itself was given must not decide what the sample's runner does.
        foreach (var name in (string[])["ConnectionStrings__rabbitmq", "ConnectionStrings__facts", "Database__Provider"])
            start.Environment.Remove(name);
        return new SampleHost(Process.Start(start)!);
    }

    public Task ReadyAsync() => SaysAsync("\nReady in ");

    public async Task SaysAsync(string text)
    {
        var since = Stopwatch.StartNew();
        while (!$"\n{Output}".Contains(text, StringComparison.Ordinal))
        {
            Assert.True(since.Elapsed < Patience, $"Never said {text.Trim()}:\n{Output}");
            Assert.False(_process.HasExited && _reading.IsCompleted && !$"\n{Output}".Contains(text, StringComparison.Ordinal),
                $"Ended without saying {text.Trim()}:\n{Output}");
            await Task.Delay(20);
        }
    }

    /// <summary>From the table: a resource's addresses, one for each replica.</summary>
    public Uri[] Addresses(string resource) =>
    [
        .. Output.Split('\n').Single(line => line.StartsWith($"  {resource} ", StringComparison.Ordinal))
            .Split(' ').Where(word => word.StartsWith("http://", StringComparison.Ordinal)).Select(word => new Uri(word)),
    ];

    /// <summary>As Ctrl+C and `kill` do.</summary>
    public async Task<int> StopAsync()
    {
        Processes.Signal(_process.Id, "TERM");
        return await EndedAsync();
    }

    public Task<int> KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        return EndedAsync();
    }

    public async Task<int> EndedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        await _reading.WaitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_output)
                _output.Append(line).Append('\n');
        }
    }
}
