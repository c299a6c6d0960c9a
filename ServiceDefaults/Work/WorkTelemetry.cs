using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ServiceDefaults.Work;

/// <summary>
/// Figures of what services do by themselves. How long ago each last succeeded is asked for, not told: so it grows also for
/// work that hangs in the middle of a turn.
/// </summary>
public static class WorkTelemetry
{
    public const string Name = "FourthP.Work";

    private static readonly ConcurrentDictionary<Turns, string> Running = [];
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("work.failures", "{turn}", "Turns that failed.");

    static WorkTelemetry() => Meter.CreateObservableGauge("work.since_success", Observe, "s", "How long ago the last turn succeeded, or the service started.");

    internal static Turns Watch(string work, TimeProvider time)
    {
        var turns = new Turns(work, time);
        Running[turns] = work;
        return turns;
    }

    private static IEnumerable<Measurement<double>> Observe() =>
        Running.Select(running => new Measurement<double>(running.Key.SinceSuccess.TotalSeconds, Tag(running.Value)));

    private static KeyValuePair<string, object?> Tag(string work) => new("work", work);

    /// <summary>The turns of one worker, as long as it works.</summary>
    internal sealed class Turns(string work, TimeProvider time) : IDisposable
    {
        private long last = time.GetTimestamp();

        public TimeSpan SinceSuccess => time.GetElapsedTime(Interlocked.Read(ref last));

        public void Succeeded() => Interlocked.Exchange(ref last, time.GetTimestamp());

        public void Failed() => Failures.Add(1, Tag(work));

        public void Dispose() => Running.TryRemove(this, out _);
    }
}
