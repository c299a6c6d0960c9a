using Identity.Keys;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Discovery;

/// <summary>Identity's own admin API verifies tokens with the keys it has, and does not ask itself over HTTP for them.</summary>
internal sealed class OwnKeys(KeyRing ring, IssuerAddress address, TimeProvider time) : IConfigurationManager<OpenIdConnectConfiguration>
{
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = address.Issuer };
        foreach (var key in (await ring.ReadAsync(cancel)).PublishedAt(time.GetUtcNow()))
        {
            configuration.SigningKeys.Add(new JsonWebKey
            {
                Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
                Crv = JsonWebKeyECTypes.P256,
                Kid = key.KeyId,
                X = key.X,
                Y = key.Y,
            });
        }

        return configuration;
    }

    public void RequestRefresh() => ring.Forget();
}
