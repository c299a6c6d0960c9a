using System.Diagnostics;

namespace ServiceDefaults.Telemetry;

/// <summary>An exception noted in a span tells its kind and place; its own text may hold what somebody sent.</summary>
internal static class NoMessageInSpans
{
    /// <summary>Asked before an exception becomes a span's event; what it gives is not filled in by the framework.</summary>
    public static ActivityListener Listener(IReadOnlyCollection<string> sources) => new()
    {
        ShouldListenTo = source => sources.Contains(source.Name),
        ExceptionRecorder = static (Activity _, Exception exception, ref TagList tags) =>
        {
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", ExceptionTrace.Of(exception));
        },
    };
}
