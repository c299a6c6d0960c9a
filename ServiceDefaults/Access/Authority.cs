using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ServiceDefaults.Access;

/// <summary>The token service: who it is, and its metadata and keys.</summary>
public sealed class Authority
{
    /// <summary>The named <see cref="HttpClient"/> that reaches it.</summary>
    internal const string Client = "authority";

    private readonly string address;

    public Authority(IConfiguration configuration, IOptions<AccessOptions> options, IHttpClientFactory clients)
    {
        var publicUrl = (configuration["Platform:PublicUrl"] ?? "http://localhost:8080").TrimEnd('/');
        Issuer = options.Value.Authority ?? $"{publicUrl}/api/identity";
        address = Issuer.TrimEnd('/');
        // Inside, the platform's own Identity is asked directly: keys must not wait for the gateway.
        IsOwn = address == $"{publicUrl}/api/identity" && configuration.GetSection("services:identity:http").GetChildren().Any();
        if (!IsOwn && new Uri(address) is { Scheme: "http", IsLoopback: false })
            throw new InvalidOperationException("Access:Authority must be https: its keys decide who may come in.");
        Metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{address}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new Documents(this, clients))
        {
            AutomaticRefreshInterval = TimeSpan.FromMinutes(5),
            // How often an unknown key id may make us ask again.
            RefreshInterval = TimeSpan.FromSeconds(30),
            // A key that was taken out of the metadata is to be refused, not remembered.
            UseLastKnownGoodConfiguration = false,
        };
    }

    /// <summary>The tokens' <c>iss</c>.</summary>
    public string Issuer { get; }

    public ConfigurationManager<OpenIdConnectConfiguration> Metadata { get; }

    private bool IsOwn { get; }

    /// <summary>Where to send what its metadata addresses: the service itself for the platform's own Identity.</summary>
    internal Uri Reach(string endpoint) => IsOwn && endpoint.StartsWith(address + "/", StringComparison.Ordinal)
        ? new Uri("http://identity" + endpoint[address.Length..])
        : new Uri(endpoint);

    private sealed class Documents(Authority authority, IHttpClientFactory clients) : IDocumentRetriever
    {
        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            using var client = clients.CreateClient(Client);
            return await client.GetStringAsync(authority.Reach(address), cancel);
        }
    }
}
