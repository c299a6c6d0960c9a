namespace Gateway.Routes;

/// <summary>How long the gateway waits, for every cluster and route that does not say otherwise, and whom it believes (section <c>Gateway</c>).</summary>
public sealed class GatewayOptions
{
    /// <summary>Without a byte from the service for this long, the request ends with 504.</summary>
    public TimeSpan ActivityTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From the first byte in to the last byte out.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan HealthInterval { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan HealthTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Addresses or networks (CIDR) of proxies whose X-Forwarded-For and -Proto are believed; nobody's, not even loopback's, where empty.</summary>
    public IList<string> KnownProxies { get; } = [];
}
