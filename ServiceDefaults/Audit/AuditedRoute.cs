using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ServiceDefaults.Audit;

/// <summary>A request as the audit names it: by its route, never by its address.</summary>
internal static class AuditedRoute
{
    public static string ActionOf(HttpContext http, RouteEndpoint endpoint) => $"{http.Request.Method} {endpoint.RoutePattern.RawText?.TrimEnd('/')}";

    /// <summary>The last id in the route: the further behind, the more exactly it says what is meant.</summary>
    public static Guid? IdOf(HttpContext http, RouteEndpoint endpoint) => endpoint.RoutePattern.Parameters.Reverse()
        .Select(parameter => Guid.TryParse(http.Request.RouteValues[parameter.Name]?.ToString(), out var id) ? id : (Guid?)null)
        .FirstOrDefault(id => id is not null);

    /// <summary><c>seats</c> of <c>POST /task-forces/{id}/seats</c>.</summary>
    public static string? CollectionOf(HttpContext http, RouteEndpoint endpoint) =>
        HttpMethods.IsPost(http.Request.Method) && endpoint.RoutePattern.PathSegments is [.., { IsSimple: true, Parts: [RoutePatternLiteralPart last] }]
            ? last.Content : null;
}
