using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace ServiceDefaults.Access;

/// <summary>Which roles may use an endpoint, and whether others may know that it exists.</summary>
public sealed record RequiredRoles(IReadOnlyList<string> Roles, bool Hidden);

public static class RequiredRolesExtensions
{
    /// <summary>One of these roles, else 403.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder builder, params string[] roles) where TBuilder : IEndpointConventionBuilder =>
        builder.Require(roles, hidden: false);

    /// <summary>One of these roles, else 404 as if nothing were there.</summary>
    public static TBuilder RequireRolesOrHide<TBuilder>(this TBuilder builder, params string[] roles) where TBuilder : IEndpointConventionBuilder =>
        builder.Require(roles, hidden: true);

    private static TBuilder Require<TBuilder>(this TBuilder builder, string[] roles, bool hidden) where TBuilder : IEndpointConventionBuilder
    {
        ArgumentOutOfRangeException.ThrowIfZero(roles.Length);
        if (roles.FirstOrDefault(role => !Access.Roles.All.Contains(role)) is { } unknown)
            throw new ArgumentException($"There is no role {unknown}.", nameof(roles));
        return builder
            .WithMetadata(new RequiredRoles(roles, hidden))
            .RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles).Build());
    }
}
