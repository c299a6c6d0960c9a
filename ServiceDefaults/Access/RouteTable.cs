using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Access;

/// <summary>An endpoint, and who may use it.</summary>
/// <param name="Roles">One of each list; nothing where any authenticated caller may.</param>
public sealed record RouteRow(string Method, string Pattern, bool Anonymous, bool Authorised, IReadOnlyList<RequiredRoles> Roles);

/// <summary>Every endpoint of a service, for the tests that hold the list of anonymous ones.</summary>
public static class RouteTable
{
    public static IReadOnlyList<RouteRow> Of(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => Methods(endpoint).Select(method => new RouteRow(
                method,
                endpoint.RoutePattern.RawText ?? "",
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
                endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null,
                endpoint.Metadata.GetOrderedMetadata<RequiredRoles>())))
            .OrderBy(row => row.Pattern, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"];
}
