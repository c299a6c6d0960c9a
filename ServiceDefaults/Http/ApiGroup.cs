using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ServiceDefaults.Http;

internal static class ApiGroup
{
    /// <summary>The group that features map on: authenticated, exact codes, idempotent POSTs but for questions.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").RequireAuthorization();
        api.AddEndpointFilterFactory(CodesInAddress.Require);
        ((IEndpointConventionBuilder)api).Finally(endpoint =>
        {
            var posts = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods.Contains(HttpMethods.Post) is true;
            if (posts && !endpoint.Metadata.OfType<IAllowAnonymous>().Any() && !endpoint.Metadata.OfType<NoKeptAnswer>().Any())
                endpoint.Metadata.Add(new IdempotentPost());
        });
        return api;
    }
}
