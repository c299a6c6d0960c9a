using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ServiceDefaults.Messaging;

/// <summary>Traces and figures of the journal's way: one trace spans request, relay and consumer.</summary>
public static class JournalTelemetry
{
    public const string Name = "FourthP.Journal";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Published = Meter.CreateCounter<long>("journal.published", "{event}", "Facts the broker confirmed.");
    internal static readonly Counter<long> Applied = Meter.CreateCounter<long>("journal.applied", "{event}", "Facts applied from other services' streams.");
    internal static readonly Counter<long> ReadFromFeed = Meter.CreateCounter<long>("journal.read_from_feed", "{event}", "Facts read from a feed because a message was missing.");
    internal static readonly Counter<long> Faults = Meter.CreateCounter<long>("journal.faults", "{event}", "Facts that could not be applied or published.");

    /// <summary>The step that notes what the broker has confirmed: in a trace, the end of a run's way out.</summary>
    internal static Activity? Mark() => Source.StartActivity("journal mark");

    internal static Activity? Continue(string name, string? traceParent, string eventType)
    {
        if (!Source.HasListeners()) return null;
        _ = ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        var activity = Source.StartActivity(name, ActivityKind.Internal, parent);
        activity?.SetTag("event.type", eventType);
        return activity;
    }
}
