using Identity.Audit;
using Identity.Bootstrap;
using Identity.Clients;
using Identity.Discovery;
using Identity.Keys;
using Identity.Storage;
using Identity.Tokens;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ServiceDefaults;
using ServiceDefaults.Access;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;

namespace Identity;

/// <summary>The platform's own token service. Any OpenID Connect provider can take its place.</summary>
public static class IdentityServices
{
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<IdentityDb>("identity");
        builder.AddMessaging<IdentityDb>("identity", messaging => messaging.Follow("membership"));
        var section = builder.Configuration.GetSection(IdentitySettings.Section);
        var settings = section.Get<IdentitySettings>() ?? new IdentitySettings();
        var services = builder.Services;
        services.AddValidation();
        services.AddOptions<IdentitySettings>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BootstrapSettings>().Bind(builder.Configuration.GetSection(BootstrapSettings.Section));
        services.AddKnownProxies(settings.KnownProxies);
        services.AddSingleton<IssuerAddress>();

        services.AddKeyRingFolder(settings.KeyRing);
        services.AddSingleton<KeyMint>().AddSingleton<KeyRing>().AddScoped<KeyRotation>().AddHostedService<KeyRotationWorker>();

        services.AddSingleton<PasswordHasher<Client>>().AddSingleton<ClientSecrets>().AddScoped<ClientPlace>();
        services.AddSingleton<VerificationGate>().AddSingleton<AssertionRules>().AddSingleton<AccessTokens>();
        services.AddScoped<AttemptDelay>().AddScoped<ClientAuthentication>();
        services.AddHostedService<Forgetting>();

        services.AddScoped<IBootstrap, FirstKey>().AddScoped<IBootstrap, FirstAdministrators>().AddScoped<IBootstrap, ServiceAccounts>();
        services.AddOwnKeys();
        return builder;
    }

    public static void MapIdentity(this WebApplication app, RouteGroupBuilder api)
    {
        app.MapTokens();
        api.MapDiscovery();
        api.MapKeys();
        api.MapRegisterClient();
        api.MapReadClients();
        api.MapRemoveClient();
        api.MapChangeCredentials();
        api.MapAudit();
    }

    private static void AddOwnKeys(this IServiceCollection services) =>
        services.AddSingleton<OwnKeys>().AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<OwnKeys, IssuerAddress, IOptions<AccessOptions>>((bearer, keys, address, access) =>
            {
                // Where another provider's tokens are accepted, its keys are what counts.
                if (access.Value.Authority is not null && access.Value.Authority.TrimEnd('/') != address.Issuer) return;
                bearer.ConfigurationManager = keys;
                bearer.TokenValidationParameters.ValidIssuer = address.Issuer;
            });
}
