namespace ServiceDefaults.Discovery;

/// <summary>Sends <c>http://membership/…</c> to a replica of membership; to the next one where none listens.</summary>
internal sealed class DiscoveryHandler(ServiceAddresses addresses) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        var replicas = addresses.Of(asked.Host);
        try
        {
            for (var i = 0; i < replicas.Count - 1; i++)
            {
                request.RequestUri = At(replicas[i], asked);
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
                {
                    // Nothing was sent: the next replica may have it, whatever the method.
                }
            }

            if (replicas.Count > 0)
                request.RequestUri = At(replicas[^1], asked);
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = asked;
        }
    }

    private static Uri At(Uri replica, Uri asked) => new(replica, asked.PathAndQuery);
}
