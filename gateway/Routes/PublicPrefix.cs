using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Gateway.Routes;

/// <summary>
/// A service knows nothing of the prefix it is published under: it is taken off on the way in, told in <c>X-Forwarded-Prefix</c>,
/// and put before the paths in <c>Location</c> and <c>Link</c> on the way out. Only named request headers go in; whatever else
/// a client sends (forwarded headers, method overrides, baggage, tomorrow's inventions) ends here.
/// </summary>
public sealed class PublicPrefix : ITransformProvider
{
    /// <summary>The cluster's metadata that names its prefix.</summary>
    public const string Key = "Prefix";

    /// <summary>traceparent is missing on purpose: the gateway's own span is what a service continues.</summary>
    private static readonly string[] PassedOn =
    [
        "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Content-Encoding", "Content-Language", "Content-Length", "Content-Type",
        "Idempotency-Key", "If-Match", "If-None-Match", "Prefer", "User-Agent",
    ];

    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
        if (context.Cluster.Metadata?.GetValueOrDefault(Key) is not ['/', ..])
            context.Errors.Add(new InvalidOperationException($"Cluster {context.Cluster.ClusterId} has no public prefix."));
    }

    public void Apply(TransformBuilderContext context)
    {
        var prefix = context.Cluster!.Metadata![Key];
        context.AddPathRemovePrefix(prefix);
        context.AddRequestHeadersAllowed(PassedOn);
        context.UseDefaultForwarders = false;
        context.AddXForwardedFor(action: ForwardedTransformActions.Set);
        context.AddXForwardedHost(action: ForwardedTransformActions.Set);
        context.AddXForwardedProto(action: ForwardedTransformActions.Set);
        context.AddRequestHeader("X-Forwarded-Prefix", prefix, append: false);
        context.ResponseTransforms.Add(new PublicLinks(prefix));
    }
}
