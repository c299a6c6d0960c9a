using System.Diagnostics;
using OpenTelemetry;

namespace ServiceDefaults.Telemetry;

/// <summary>Addresses without their queries, and no spans for health checks.</summary>
internal sealed class NoQueryInSpans : BaseProcessor<Activity>
{
    private static readonly string[] Addresses = ["url.full", "http.url", "http.target", "url.path"];

    public override void OnEnd(Activity data)
    {
        data.SetTag("url.query", null);
        foreach (var tag in Addresses)
        {
            if (data.GetTagItem(tag) is string address && address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query)
                data.SetTag(tag, address[..query]);
        }

        if (data.GetTagItem("url.path") is string path && path.StartsWith("/health/", StringComparison.Ordinal))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
