using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ServiceDefaults.Tests.Host;
using ServiceDefaults.Work;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Work;

/// <summary>What a service does by itself goes on after any failure, says nothing of what it handled, and is seen when it stands still.</summary>
public sealed class PeriodicWorkerTests : IAsyncLifetime
{
    private readonly Turns turns = new();
    private readonly ShelfHost host = new();

    public Task InitializeAsync()
    {
        host.Configure = builder => builder.Services.AddSingleton(turns).AddHostedService<Counting>();
        return host.InitializeAsync();
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_turn_that_fails_is_logged_without_its_message_and_the_next_is_taken()
    {
        turns.Next = () => throw new InvalidOperationException("of-a-person");
        await LoggedAsync(nameof(InvalidOperationException));
        // A command that ran out of time says that it was cancelled; nobody stopped the service.
        turns.Next = () => throw new TaskCanceledException("of-a-person");
        await LoggedAsync(nameof(TaskCanceledException));
        turns.Next = () => Task.CompletedTask;
        await TurnsAsync(3);
        Assert.DoesNotContain(host.Log.All, line => line.Contains("of-a-person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_turn_has_a_scope_of_its_own()
    {
        await TurnsAsync(3);
        // As they are at one moment: turns go on.
        Assert.Distinct(turns.Scopes.ToArray());
    }

    [Fact]
    public async Task Work_that_stands_still_is_seen_by_how_long_ago_it_succeeded_and_does_not_hold_up_the_stop()
    {
        turns.Next = () => Task.Delay(Timeout.Infinite, turns.Stopping);
        await Until.TrueAsync(() => Task.FromResult(turns.Hangs), "it stands still");
        var before = SinceSuccess();
        await Until.TrueAsync(() => Task.FromResult(SinceSuccess() > before + 0.2), "the time since its last success grows");

        await host.App.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Null(SinceSuccess());
        Assert.DoesNotContain(host.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private Task LoggedAsync(string error) => Until.TrueAsync(
        () => Task.FromResult(host.Log.All.Any(line => line.Contains($"{nameof(Counting)} failed", StringComparison.Ordinal) && line.Contains(error, StringComparison.Ordinal))),
        $"{error} is logged");

    private Task TurnsAsync(int more)
    {
        var before = turns.Scopes.Count;
        return Until.TrueAsync(() => Task.FromResult(turns.Scopes.Count >= before + more), $"{more} turns are taken");
    }

    private double? SinceSuccess()
    {
        double? seconds = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == WorkTelemetry.Name) listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            if (tags[0].Value is nameof(Counting)) seconds = value;
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return seconds;
    }

    private sealed class Turns
    {
        public Func<Task> Next { get; set; } = () => Task.CompletedTask;
        public ConcurrentQueue<IServiceProvider> Scopes { get; } = [];
        public CancellationToken Stopping { get; set; }
        public bool Hangs { get; set; }
    }

    private sealed class Counting(Turns turns, IServiceScopeFactory scopes, TimeProvider time, ILogger<Counting> logger)
        : PeriodicWorker(TimeSpan.FromMilliseconds(10), scopes, time, logger)
    {
        protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
        {
            turns.Stopping = stopping;
            turns.Scopes.Enqueue(services);
            var turn = turns.Next();
            turns.Hangs = !turn.IsCompleted;
            await turn;
        }
    }
}
