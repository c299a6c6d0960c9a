using System.Collections.Concurrent;
using System.Diagnostics;

namespace Benchmarks.Measuring;

/// <summary>What became of a steady load.</summary>
/// <param name="Times">From the moment each request was due, so that a late start counts as waiting.</param>
internal sealed record LoadResult(int Succeeded, int Failed, Percentiles Times, TimeSpan Took);

/// <summary>
/// Requests at a fixed rate, whether the last ones have been answered or not: as independent people make them. Bounded in
/// count.
/// </summary>
internal static class SteadyLoad
{
    /// <param name="send">Sends the request of this number; false where it failed.</param>
    public static async Task<LoadResult> RunAsync(int perSecond, int count, Func<int, Task<bool>> send)
    {
        var times = new ConcurrentBag<double>();
        var failed = 0;
        var clock = Stopwatch.StartNew();
        var running = new List<Task>(count);
        for (var number = 0; number < count; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond);
            if (due - clock.Elapsed is { TotalMilliseconds: > 1 } early) await Task.Delay(early);
            running.Add(SendAsync(number, due));
        }

        await Task.WhenAll(running);
        return new LoadResult(count - failed, failed, new Percentiles(times), clock.Elapsed);

        async Task SendAsync(int number, TimeSpan due)
        {
            await Task.Yield();
            var answered = false;
            try
            {
                answered = await send(number);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // Counted as failed below.
            }

            times.Add((clock.Elapsed - due).TotalMilliseconds);
            if (!answered) Interlocked.Increment(ref failed);
        }
    }
}
