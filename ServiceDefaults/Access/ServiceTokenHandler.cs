using System.Net;
using System.Net.Http.Headers;

namespace ServiceDefaults.Access;

/// <summary>Sends this service's own token along.</summary>
internal sealed class ServiceTokenHandler(ServiceToken tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (token is not null && response.StatusCode == HttpStatusCode.Unauthorized)
            tokens.Forget(token);
        return response;
    }
}
