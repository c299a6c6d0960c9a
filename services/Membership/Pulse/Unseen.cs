using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using ServiceDefaults.Http;

namespace Membership.Pulse;

/// <summary>
/// Keeps an answer from being brought together with whoever gives it: it is refused where it says who sends it, and its
/// trace, whose id the sender's own page may have used for other requests, is not recorded.
/// </summary>
internal sealed class Unseen : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
        {
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            activity.IsAllDataRequested = false;
        }

        return http.Request.Headers.ContainsKey("Authorization")
            ? ValueTask.FromResult<object?>(Problems.Of(
                StatusCodes.Status400BadRequest, "not-anonymous", "Send this without Authorization: it must not say who you are. The token is not used yet."))
            : next(context);
    }
}
