using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceDefaults.Discovery;

namespace ServiceDefaults.Access;

public static class AccessServices
{
    /// <summary>Access tokens of the configured authority, on every endpoint that does not say otherwise.</summary>
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section)
            .PostConfigure(access => { if (access.Fault() is { } fault) throw new InvalidOperationException(fault); })
            .ValidateOnStart();
        services.AddAuthorityClient();
        services.AddSingleton<Authority>();
        services.AddSingleton<EndedAccessList>();
        services.AddHostedService(provider => provider.GetRequiredService<EndedAccessList>());
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, TokenRules>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, HiddenOrForbidden>();
        return builder;
    }
}
