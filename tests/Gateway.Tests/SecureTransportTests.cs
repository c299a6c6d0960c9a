using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

public sealed class SecureTransportTests
{
    [Fact]
    public async Task Over_https_a_browser_is_told_to_stay_there_and_a_service_hears_of_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var platform = await Platform.StartAsync(platform => platform.Over(certificate));
        using var answer = await platform.Anonymous.GetAsync("/api/identity/.well-known/jwks.json");
        Assert.Equal("max-age=63072000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal("https", Assert.Single(platform.Received).Headers["X-Forwarded-Proto"]);
    }
}
