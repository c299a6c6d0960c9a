using Yarp.ReverseProxy.Forwarder;

namespace Gateway.Routes;

/// <summary>
/// A read that no connection could be made for goes to another replica, once. What changes anything is never sent twice
/// by the gateway: the client repeats it under its Idempotency-Key.
/// </summary>
public static class OtherReplica
{
    public static async Task TryOnceAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.HasStarted || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            return;
        if (http.Features.Get<IForwarderErrorFeature>() is not { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } })
            return;

        var proxy = http.GetReverseProxyFeature();
        var others = proxy.AllDestinations.Where(destination => destination != proxy.ProxiedDestination).ToList();
        if (others.Count == 0)
            return;

        http.Features.Set<IForwarderErrorFeature>(null);
        http.Response.Clear();
        proxy.AvailableDestinations = others;
        await next(http);
    }
}
