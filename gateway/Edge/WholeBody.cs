using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge;

/// <summary>
/// Waits for a body, or for its first part where it is large, before a connection to a service is taken: a client that
/// sends slowly has the gateway wait, and no service. The bytes stay where Kestrel has them.
/// </summary>
public static class WholeBody
{
    private const int Part = 64 * 1024;

    public static async Task AwaitAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.ContentLength is 0 || !http.Features.GetRequiredFeature<IHttpRequestBodyDetectionFeature>().CanHaveBody)
        {
            await next(http);
            return;
        }

        try
        {
            var wanted = (int)Math.Min(http.Request.ContentLength ?? Part, Part);
            var read = await http.Request.BodyReader.ReadAtLeastAsync(wanted, http.RequestAborted);
            http.Request.BodyReader.AdvanceTo(read.Buffer.Start);
        }
        catch (BadHttpRequestException fault)
        {
            // The middleware that completes bare statuses says the rest, outside the request timeout.
            http.Response.StatusCode = fault.StatusCode;
            return;
        }
        catch (IOException)
        {
            // What Kestrel says of a chunk longer than any number.
            await EdgeProblem.BodyBroken(http);
            return;
        }
        catch (OperationCanceledException)
        {
            http.Response.StatusCode = StatusCodes.Status408RequestTimeout;
            return;
        }

        await next(http);
    }
}
