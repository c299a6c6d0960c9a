using Gateway.Edge;

namespace Gateway.Limits;

/// <summary>Lets in what is within its client's share, and says with every answer how the client stands.</summary>
public sealed class Admission(RequestDelegate next, Limiters limiters)
{
    /// <summary>
    /// Asked by whoever decides to restart the gateway, above all when it is busy. Costs nothing, so long as nobody looks
    /// at a token that is sent along.
    /// </summary>
    private static readonly PathString Health = "/health";

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments(Health))
        {
            http.Request.Headers.Authorization = default;
            await next(http);
            return;
        }

        var (share, standing) = await limiters.TakeAsync(http);
        LimitHeaders.Tell(http, share.Policy, standing);
        if (!standing.Allowed)
        {
            await EdgeProblem.QuotaExceeded(http, share.Policy, standing.Reset);
            return;
        }

        if (!await share.EnterAsync(http.RequestAborted))
        {
            await EdgeProblem.TooManyAtOnce(http, share.Policy);
            return;
        }

        try
        {
            await GoOnAsync(http);
        }
        finally
        {
            share.Leave();
        }
    }

    private async Task GoOnAsync(HttpContext http)
    {
        if (!limiters.Everybody.TryEnter())
        {
            await EdgeProblem.Busy(http, "total-in-flight");
            return;
        }

        try
        {
            await next(http);
            if (http.Response.StatusCode == StatusCodes.Status200OK && Limiters.IsTokenRequest(http))
                limiters.RememberSecret(http);
        }
        finally
        {
            limiters.Everybody.Leave();
        }
    }
}
