using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AppHost.Local.Running;

/// <summary>
/// One process and all its descendants: a process group of its own, under the <c>supervise</c> script, which ends the
/// group when AppHost is gone.
/// </summary>
internal sealed partial class Child
{
    private readonly Process _process;
    private readonly Signal _stopSignal;

    private Child(Process process, Signal stopSignal, Task<int> exited) =>
        (_process, _stopSignal, Exited) = (process, stopSignal, exited);

    /// <summary>The exit code, once the process has ended, its group is gone and its output is read.</summary>
    public Task<int> Exited { get; }

    public static Child Start(string name, ProcessSpec spec, string lease, Output output)
    {
        // setsid: out of the terminal's foreground group, so that Ctrl+C reaches AppHost alone, which stops things in order.
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = spec.WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["bash", Path.Combine(AppContext.BaseDirectory, "Running", "supervise"), lease])
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add(spec.File);
        foreach (var argument in spec.Args)
            start.ArgumentList.Add(argument);
        foreach (var (variable, value) in spec.Environment)
            start.Environment[variable] = value;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => ended.TrySetResult(process.ExitCode);
        process.Start();
        var reading = Task.WhenAll(
            ReadAsync(process.StandardOutput, name, spec, output), ReadAsync(process.StandardError, name, spec, output));
        return new Child(process, spec.StopSignal, EndAsync(process.Id, ended.Task, reading));
    }

    /// <summary>Asks it to stop, and kills what is still there after the time given.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (Exited.IsCompleted)
            return;
        SignalGroup(_process.Id, _stopSignal);
        if (await Task.WhenAny(Exited, Task.Delay(grace)) != Exited)
            SignalGroup(_process.Id, Signal.Kill);
        await Exited;
    }

    private static async Task<int> EndAsync(int group, Task<int> ended, Task reading)
    {
        var code = await ended;
        // Children of the child that it left behind; the script's watcher is one, so the group cannot be another's by now.
        SignalGroup(group, Signal.Kill);
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(3)));
        return code;
    }

    private static async Task ReadAsync(StreamReader reader, string name, ProcessSpec spec, Output output)
    {
        while (await reader.ReadLineAsync() is { } line)
            output.Line(name, line, spec.Shows(line));
    }

    private static void SignalGroup(int group, Signal signal) => _ = Kill(-group, (int)signal);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
