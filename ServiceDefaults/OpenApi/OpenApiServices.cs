using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.OpenApi;

internal static class OpenApiServices
{
    public static IServiceCollection AddServiceOpenApi(this IServiceCollection services, string service)
    {
        _ = service;
        return services.AddOpenApi("v1");
    }
}
