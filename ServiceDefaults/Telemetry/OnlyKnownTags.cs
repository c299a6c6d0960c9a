using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// Of a span only what the platform itself wrote leaves the process: a path, a query, a host, a user agent or a method's name
/// is what a client wrote, and may be anything (release of information, rule 15). No spans for health checks.
/// </summary>
internal sealed class OnlyKnownTags : BaseProcessor<Activity>
{
    /// <summary>What was asked for is told by <c>http.route</c>, the pattern.</summary>
    private static readonly FrozenSet<string> Known = new[]
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "server.port",
        "network.protocol.name", "network.protocol.version", "error.type", "event.type",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.path") is string path && path.StartsWith("/health/", StringComparison.Ordinal))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        foreach (var (tag, _) in data.TagObjects.ToList())
        {
            // Who is asked by one of our own clients is our configuration; whom a client says it asks is not.
            if (!Known.Contains(tag) && !(tag == "server.address" && data.Kind == ActivityKind.Client))
                data.SetTag(tag, null);
        }
    }
}
