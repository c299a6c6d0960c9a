using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge;

/// <summary>
/// Lets in only requests that gateway and service cannot read differently. Paths here are made of ids, codes and words, so a
/// path is plain as it stands on the wire: unreserved characters, no percent-encoding, no empty or dotted segment, no parameters.
/// </summary>
public static class PlainRequests
{
    /// <summary>Longer ones are refused with a problem; beyond Kestrel's own limit (16 KiB) the answer is bare.</summary>
    public const int MaxTarget = 4096;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    public static IApplicationBuilder UsePlainRequests(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.Length > MaxTarget)
            return EdgeProblem.UriTooLong(http);
        if (!HeadLimit.Fits(http.Request.Headers))
            return EdgeProblem.HeadTooLarge(http);
        if (!IsPlain(target))
            return EdgeProblem.PathNotPlain(http);
        return IsKnown(http.Request.Method) ? next(http) : EdgeProblem.MethodNotAllowed(http);
    });

    public static bool IsPlain(ReadOnlySpan<char> target)
    {
        var query = target.IndexOf('?');
        var path = query < 0 ? target : target[..query];
        if (path is not ['/', ..] || path.ContainsAnyExcept(Plain) || path.IndexOf("//", StringComparison.Ordinal) >= 0)
            return false;

        // "." and "..", and "journal." that some would read as "journal"
        return path[^1] != '.' && path.IndexOf("./", StringComparison.Ordinal) < 0;
    }

    private static bool IsKnown(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method)
        || HttpMethods.IsDelete(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
