using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Transforms;

namespace Gateway.Routes;

/// <summary>Makes a service's own paths in <c>Location</c> and <c>Link</c> ones that the client can follow through the gateway.</summary>
public sealed class PublicLinks(string prefix) : ResponseTransform
{
    public override ValueTask ApplyAsync(ResponseTransformContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        if (headers.Location is [{ } location])
            headers.Location = Public(location);
        if (headers.Link is { Count: > 0 } links)
            headers.Link = new StringValues([.. links.Select(link => link is ['<', .. var target] ? $"<{Public(target)}" : link)]);
        return ValueTask.CompletedTask;
    }

    /// <summary>Only what starts at the service's root, and only once.</summary>
    private string Public(string target) =>
        target is ['/', not '/', ..] && !target.StartsWith($"{prefix}/", StringComparison.OrdinalIgnoreCase) ? prefix + target : target;
}
