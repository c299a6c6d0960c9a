using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Relay;

/// <summary>
/// Moves committed facts out: numbers them, publishes them. One replica at a time; woken by commits, and looking for
/// itself every <see cref="Poll"/> in case a wake was lost or another replica committed.
/// </summary>
internal sealed partial class JournalRelay(
    IServiceScopeFactory scopes, RelayLeaseHolder lease, PositionAssigner assigner, JournalPublisher publisher, JournalSignal signal,
    ILogger<JournalRelay> log) : BackgroundService
{
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Between two moves, so that under load each takes several facts: a move costs two commits however many it takes.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private bool released;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var began = Stopwatch.GetTimestamp();
                var moved = await MoveAsync(stoppingToken);
                if (moved == 0) await signal.WaitAsync(Poll, stoppingToken);
                if (moved < PositionAssigner.BatchSize && Pace - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early) await Task.Delay(early, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // the relay outlives whatever its database or broker does
            catch (Exception exception)
#pragma warning restore CA1031
            {
                RelayFailed(exception.GetType().Name);
                await Task.Delay(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A host may be stopped twice at once, by its signal and by whoever started it; then services are gone the second time.
        if (Interlocked.Exchange(ref released, true)) return;
        await using var scope = scopes.CreateAsyncScope();
        await lease.ReleaseAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>(), cancellationToken);
    }

    /// <returns>How many facts were numbered or published; there may be more at once, unless it is 0.</returns>
    private async Task<int> MoveAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        if (!await lease.HoldAsync(db, cancellationToken)) return 0;

        if (await assigner.AssignAsync(db, cancellationToken) is not { } numbered) return 0;
        var published = await publisher.PublishAsync(db, cancellationToken);
        JournalTelemetry.Published.Add(published);
        return published > 0 || numbered == PositionAssigner.BatchSize ? Math.Max(numbered, published) : 0;
    }

    [LoggerMessage(LogLevel.Error, "The relay failed and goes on: {Error}")]
    private partial void RelayFailed(string error);
}
