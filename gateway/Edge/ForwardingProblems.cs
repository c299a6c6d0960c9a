using Gateway.Routes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace Gateway.Edge;

/// <summary>
/// Says in a problem document what went wrong between gateway and service. Stands outside the request timeout,
/// because inside it the response can no longer be written once time is up.
/// </summary>
public static class ForwardingProblems
{
    public static IApplicationBuilder UseForwardingProblems(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<GatewayOptions>>().Value;
        var afterSeconds = (int)Math.Ceiling(options.HealthInterval.TotalSeconds);
        return app.Use(async (http, next) =>
        {
            await next(http);
            // Nobody waits for an answer that the client itself has cancelled.
            if (http.Features.Get<IForwarderErrorFeature>() is { } failure && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
                await AnswerAsync(http, failure, afterSeconds);
        });
    }

    private static Task AnswerAsync(HttpContext http, IForwarderErrorFeature failure, int afterSeconds)
    {
        var status = http.Response.StatusCode;
        http.Response.Clear();
        return (failure.Error, failure.Exception, status) switch
        {
            (ForwarderError.NoAvailableDestinations, _, _) => EdgeProblem.Unavailable(http, afterSeconds),
            (_, HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }, _) =>
                EdgeProblem.Unavailable(http, afterSeconds),
            (_, _, StatusCodes.Status413PayloadTooLarge) =>
                EdgeProblem.BodyTooLarge(http, http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize),
            (_, _, StatusCodes.Status408RequestTimeout) => EdgeProblem.BodyTooSlow(http),
            (_, _, StatusCodes.Status504GatewayTimeout) => EdgeProblem.NoAnswer(http, afterSeconds),
            // Cancelled, and not by the client: the time for the whole request is up.
            (ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled, _, _) =>
                EdgeProblem.NoAnswer(http, afterSeconds),
            (ForwarderError.RequestBodyClient, _, _) => EdgeProblem.BodyBroken(http),
            _ => EdgeProblem.BrokenAnswer(http),
        };
    }
}
