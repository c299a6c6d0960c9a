using Contracts;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Messaging.Following;

/// <summary>
/// Follows one stream: takes what the queue brings in whatever order, applies it in order of position, reads what is
/// missing from the source's feed, and after a failure waits alone. One thing at a time.
/// </summary>
/// <remarks>
/// A message is acknowledged once it was offered, applied or not: the journal still holds it, and the watermark says
/// from where to read on.
/// </remarks>
internal sealed partial class StreamFollower(
    StreamName stream, RunApplier applier, JournalReader reader, StreamState state, RetryPlan plan, ILogger log, CancellationToken stopping) : IDisposable
{
    private const int MostAhead = 5000;
    private const int LongestRun = 1000;

    private readonly SemaphoreSlim turn = new(1);
    private readonly SortedDictionary<long, JournalEntry> ahead = [];
    private long watermark = -1;
    private int failures;
    private bool waiting;

    public void Dispose() => turn.Dispose();

    /// <summary>Takes entries from the queue.</summary>
    public Task OfferAsync(IEnumerable<JournalEntry> entries) => InTurnAsync(async () =>
    {
        if (waiting) return;
        await KnowWatermarkAsync();
        foreach (var entry in entries.Where(entry => entry.Position > watermark && ahead.Count < MostAhead)) ahead[entry.Position] = entry;

        await ApplyAheadAsync();
        if (ahead.Count > 0) Later(RetryPlan.NeighbourPatience, FillGapAsync);
    });

    /// <summary>Reads the feed from the watermark to the head, and applies all of it.</summary>
    /// <param name="heal">Try again even where an open fault holds the stream.</param>
    public Task CatchUpAsync(bool heal = false) => InTurnAsync(() => ReadFeedAsync(heal));

    private Task FillGapAsync() => InTurnAsync(async () =>
    {
        if (waiting || ahead.Count == 0) return;
        await ReadFeedAsync(heal: false);
    });

    private async Task ReadFeedAsync(bool heal)
    {
        watermark = -1;
        waiting = !heal && await state.IsFaultedAsync(stream, stopping);
        if (waiting) return;

        if (heal) failures = plan.Attempts - 1; // one try: it either heals or the fault stands
        await KnowWatermarkAsync();
        while (await reader.ReadAsync(stream, watermark, stopping) is { Count: > 0 } page)
        {
            JournalTelemetry.ReadFromFeed.Add(page.Count);
            foreach (var entry in page) ahead[entry.Position] = entry;
            await ApplyAheadAsync();
        }

        await state.RefuseUnvouchedAsync(stream, [.. ahead.Values], stopping);
        ahead.Clear();
    }

    /// <summary>Applies what stands next, run by run; a failure leaves by exception.</summary>
    private async Task ApplyAheadAsync()
    {
        while (true)
        {
            foreach (var old in ahead.Keys.TakeWhile(position => position <= watermark).ToList()) ahead.Remove(old);
            var run = ahead.Values.TakeWhile((entry, index) => entry.Position == watermark + 1 + index).Take(LongestRun).ToList();
            if (run.Count == 0) return;

            await applier.ApplyAsync(stream, run, stopping);
            watermark = run[^1].Position;
            failures = 0;
        }
    }

    private async Task KnowWatermarkAsync()
    {
        if (watermark < 0) watermark = await state.WatermarkAsync(stream, stopping);
    }

    private async Task InTurnAsync(Func<Task> step)
    {
        await turn.WaitAsync(stopping);
        try
        {
            await step();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The service stops; the watermark says from where to go on.
        }
#pragma warning disable CA1031 // whatever went wrong concerns this stream alone, and is tried again
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await FailedAsync(exception);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task FailedAsync(Exception exception)
    {
        watermark = -1;
        waiting = true;
        ahead.Clear();
        failures++;
        StepFailed(stream.Service, stream.Hub, failures, Faults.FaultError.Of(exception));

        if (exception is EventNotAppliedException culprit && failures >= plan.Attempts && !Passing.Is(culprit)
            && await state.TryRecordFaultAsync(stream, culprit, failures, stopping))
        {
            return;
        }

        Later(plan.Delay(failures), () => CatchUpAsync());
    }

    private void Later(TimeSpan delay, Func<Task> step) => _ = Task.Run(async () =>
    {
        await Task.Delay(delay, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested) await step();
    }, stopping);

    [LoggerMessage(LogLevel.Warning, "Stream {Service}/{Hub} stopped at a failure, number {Failures}: {Error}")]
    private partial void StepFailed(string service, string hub, int failures, string error);
}
