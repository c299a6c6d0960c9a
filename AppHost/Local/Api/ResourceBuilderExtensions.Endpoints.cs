using AppHost.Local.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds the endpoint, or changes the one of that name that the launch profile gave.</summary>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null,
        bool? isProxied = null) where T : IResourceWithEndpoints => builder.With(wiring =>
        {
            var endpoint = wiring.Endpoints.Find(one => one.Name == (name ?? "http"));
            if (endpoint is null)
                wiring.Endpoints.Add(endpoint = new Endpoint(name ?? "http"));
            endpoint.Port = port ?? targetPort ?? endpoint.Port;
            endpoint.PortVariable = env ?? endpoint.PortVariable;
        });

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints =>
        builder.With(wiring => wiring.Endpoints.ForEach(endpoint => endpoint.IsExternal = true));

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints =>
        builder.With(wiring => wiring.HealthChecks.Add(new(endpointName ?? "http", path ?? "/", statusCode ?? 200)));

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new(builder.Resource, name);
}
