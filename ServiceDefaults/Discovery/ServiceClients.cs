using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceDefaults.Access;
using ServiceDefaults.Resilience;

namespace ServiceDefaults.Discovery;

public static class ServiceClients
{
    /// <summary>
    /// A named <see cref="HttpClient"/> for another service of the platform: found by <c>services:{service}:http:0..n</c>,
    /// with a token of this service's own, retried where that is safe. Asking for the same one twice is no harm.
    /// </summary>
    public static IServiceCollection AddServiceClient(this IServiceCollection services, string service)
    {
        services.TryAddSingleton<ServiceToken>();
        services.TryAddTransient<ServiceTokenHandler>();
        return services.AddDiscoveredClient(service, PipelineKind.IdempotentOnly, client => client
            .ConfigureHttpClient(http => http.BaseAddress = new Uri($"http://{service}/"))
            .AddHttpMessageHandler<ServiceTokenHandler>());
    }

    /// <summary>The client that asks for keys and tokens. It has no token itself; all it sends may be sent again.</summary>
    internal static IServiceCollection AddAuthorityClient(this IServiceCollection services) =>
        services.AddDiscoveredClient(Authority.Client, PipelineKind.Everything, _ => { });

    private static IServiceCollection AddDiscoveredClient(
        this IServiceCollection services, string name, PipelineKind kind, Action<IHttpClientBuilder> configure)
    {
        if (services.Any(service => service.ServiceType == typeof(Added) && Equals(service.ServiceKey, name)))
            return services;
        services.AddKeyedSingleton(name, new Added());
        services.TryAddSingleton<ServiceAddresses>();
        services.TryAddTransient<DiscoveryHandler>();
        // One pipeline for each name, for the life of the process: its circuit breaker must remember.
        services.AddKeyedSingleton(name, (provider, _) => Pipelines.Create(kind, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        var client = services.AddHttpClient(name, http => http.Timeout = Pipelines.Longest)
            .AddHttpMessageHandler(provider => new ResilienceHandler(
                provider.GetRequiredKeyedService<Polly.ResiliencePipeline<HttpResponseMessage>>(name)));
        configure(client);
        client.AddHttpMessageHandler<DiscoveryHandler>();
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            AllowAutoRedirect = false,
            UseCookies = false,
        });
        return services;
    }

    private sealed class Added;
}
