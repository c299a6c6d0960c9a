using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// Requests whose trace is not recorded: its id, which the sender's own page may have used for other requests, would bring
/// what was done here together with whoever did it. The gateway says so of the same routes.
/// </summary>
public static class UnseenRequests
{
    /// <summary>No trace tells of this endpoint's requests, whatever they are answered.</summary>
    public static TBuilder LeavesNoTrace<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NoTrace());

    internal static IApplicationBuilder UseUnseenRequests(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NoTrace>() is not null && http.Features.Get<IHttpActivityFeature>()?.Activity is { } span)
        {
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            span.IsAllDataRequested = false;
        }

        return next(http);
    });

    private sealed record NoTrace;
}
