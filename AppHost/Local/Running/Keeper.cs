using System.Diagnostics;

namespace AppHost.Local.Running;

/// <summary>Keeps one process alive: starts it, waits until it is ready, and starts it again when it dies.</summary>
/// <param name="becomesReady">Ends when the process can be used.</param>
internal sealed class Keeper(string name, Func<ProcessSpec> spec, Func<CancellationToken, Task> becomesReady, RunContext context)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private readonly Lock _gate = new();
    private Child? _child;
    private Task _keeping = Task.CompletedTask;

    public async Task StartAsync()
    {
        await StartOnceAsync();
        _keeping = KeepAsync();
    }

    public async Task StopAsync(TimeSpan grace)
    {
        Child? child;
        lock (_gate)
            child = _child;
        if (child is not null)
            await child.StopAsync(grace);
        await _keeping;
    }

    private async Task StartOnceAsync()
    {
        Child child;
        lock (_gate)
        {
            context.Stopping.ThrowIfCancellationRequested();
            child = _child = Child.Start(name, spec(), context.Data.Lease, context.Output);
        }

        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(context.Stopping);
        attempt.CancelAfter(context.ReadyTimeout);
        var ready = becomesReady(attempt.Token);
        await Task.WhenAny(ready, child.Exited);
        if (ready.IsCompletedSuccessfully)
            return;
        await attempt.CancelAsync();
        await ready.ContinueWith(static _ => { }, TaskScheduler.Default);
        context.Stopping.ThrowIfCancellationRequested();
        if (child.Exited.IsCompleted)
            throw context.Failure(name, $"{name} {Ending(await child.Exited)} before it was ready.");
        await child.StopAsync(TimeSpan.Zero);
        throw ready.Exception?.InnerException as StartFailure
            ?? context.Failure(name, $"{name} was not ready after {context.ReadyTimeout.TotalSeconds:0} s.");
    }

    private async Task KeepAsync()
    {
        var pause = TimeSpan.FromMilliseconds(250);
        while (true)
        {
            var lived = Stopwatch.StartNew();
            var code = await _child!.Exited;
            if (context.Stopping.IsCancellationRequested)
                return;
            var sentence = $"{name} {Ending(code)}.{(context.Restarts ? " It is started again." : "")}";
            context.Output.Say(context.Output.WithTail(name, sentence));
            if (!context.Restarts)
                return;
            if (lived.Elapsed > TimeSpan.FromMinutes(1))
                pause = TimeSpan.FromMilliseconds(250);
            try
            {
                pause = await RestartAsync(pause);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Tries until it is ready again, more and more slowly.</summary>
    private async Task<TimeSpan> RestartAsync(TimeSpan pause)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            await Task.Delay(pause, context.Stopping);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, Longest.Ticks));
            try
            {
                await StartOnceAsync();
                context.Output.Say($"{name} is ready again after {since.Elapsed.TotalSeconds:0.0} s.");
                return pause;
            }
            catch (StartFailure failure)
            {
                context.Output.Say($"{failure.Message}\n{name} is tried again in {pause.TotalSeconds:0.#} s.");
            }
        }
    }

    public static string Ending(int code) => code > 128 ? $"was ended by signal {code - 128}" : $"ended with code {code}";
}
