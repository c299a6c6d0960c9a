using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Demonstration;
using Testing;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>The whole platform as ./run starts it: the AppHost as a process of its own, on its own ports and data folder.</summary>
/// <param name="options">What is said to it besides.</param>
public sealed class RunningPlatform(params string[] options) : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private static readonly string AppHost = typeof(RunningPlatform).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "AppHost").Value!;

    /// <summary>Ends the AppHost when its own input closes: so it is asked to stop, and so the kernel does it when we are killed.</summary>
    private const string Supervised = """
        exec 3<&0 </dev/null
        (while read -r _; do :; done <&3; kill -TERM $$) >/dev/null 2>&1 &
        exec dotnet exec "$@" 3<&-
        """;

    private readonly string data = Directory.CreateTempSubdirectory("end-to-end-").FullName;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process process = null!;
    private bool stopped;

    public Uri PublicUrl { get; } = new($"http://localhost:{FreePort.Next().ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Where it keeps its data.</summary>
    public string Folder => data;

    /// <summary>The AppHost's process.</summary>
    public int ProcessId => process.Id;

    /// <summary>What all of its processes find in their environment besides.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The files that it keeps its data in.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(data, file));

    public CredentialsFile Credentials => new(Path.Combine(data, "credentials.json"));

    /// <summary>All that the platform has printed.</summary>
    public string Output => string.Join('\n', output);

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("bash", ["-c", Supervised, "platform", AppHost, .. options])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["PLATFORM_DATA"] = data;
        start.Environment["PLATFORM_PORT"] = PublicUrl.Port.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var ended = process.WaitForExitAsync();
        await Task.WhenAny(ready.Task, ended, Task.Delay(StartLimit));
        if (ready.Task.IsCompleted) return;
        await DisposeAsync();
        throw new TimeoutException($"The platform was not ready:\n{Output}");
    }

    /// <summary>Stops it and leaves its data; what it had still to say is said by then.</summary>
    public async Task StopAsync()
    {
        if (stopped) return;
        stopped = true;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopLimit);
        await process.WaitForExitAsync(patience.Token);
        process.Dispose();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(data, recursive: true);
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        output.Enqueue(line);
        if (line.StartsWith("Ready in", StringComparison.Ordinal)) ready.TrySetResult();
    }
}
