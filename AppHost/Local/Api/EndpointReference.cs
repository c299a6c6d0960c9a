using AppHost.Local.Model;

namespace Aspire.Hosting.ApplicationModel;

public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName)
{
    public IResourceWithEndpoints Resource { get; } = owner;

    public string EndpointName { get; } = endpointName;

    public string Url => Find().Url();

    private Endpoint Find() =>
        Wiring.Of(Resource).Endpoints.Find(endpoint => endpoint.Name == EndpointName)
        ?? throw new AppHost.Local.StartFailure($"{Resource.Name} has no endpoint {EndpointName}.");
}
