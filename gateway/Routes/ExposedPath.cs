using System.Collections.Frozen;

namespace Gateway.Routes;

/// <summary>
/// Decides what of a service can be reached from outside, in the routing itself: a path whose first segment is internal
/// matches no route and is 404 like any other miss. Paths arrive here plain (<see cref="Edge.PlainRequests"/>),
/// so the segment read here is the one that the service reads.
/// </summary>
public sealed class ExposedPath : IRouteConstraint
{
    public const string Name = "exposed";

    /// <summary>The feed is for services; health and API descriptions are asked by the gateway itself.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Internal =
        new[] { "journal", "health", "openapi" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="path">A service's path without its first slash.</param>
    public static bool IsInternal(ReadOnlySpan<char> path)
    {
        var end = path.IndexOf('/');
        return Internal.Contains(end < 0 ? path : path[..end]);
    }

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is not string rest || !IsInternal(rest);
}
