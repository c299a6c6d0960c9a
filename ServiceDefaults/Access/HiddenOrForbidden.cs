using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using ServiceDefaults.Http;

namespace ServiceDefaults.Access;

/// <summary>Where an endpoint hides from other roles, they get exactly what a miss gives.</summary>
internal sealed class HiddenOrForbidden : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler standard = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden && context.GetEndpoint()?.Metadata.GetOrderedMetadata<RequiredRoles>().Any(required => required.Hidden) is true
            ? Problems.NotFound().ExecuteAsync(context)
            : standard.HandleAsync(next, context, policy, authorizeResult);
}
