using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Attack.Tests.Access;

/// <summary>An attacker's keys, and the address at which he offers them: whoever connects there has been taken in.</summary>
internal sealed class AttackersKeys : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private int visits;

    public AttackersKeys()
    {
        listener.Start();
        _ = CountAsync();
    }

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ECDsa LongKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    public RSA Rsa { get; } = RSA.Create(2048);

    public string Address => $"http://{listener.LocalEndpoint}";

    public int Visits => Volatile.Read(ref visits);

    public JsonObject Jwk()
    {
        var point = Key.ExportParameters(includePrivateParameters: false).Q;
        return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
    }

    public JsonArray Chain()
    {
        var now = DateTimeOffset.UtcNow;
        using var certificate = new CertificateRequest("CN=attacker", Key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return [Convert.ToBase64String(certificate.RawData)];
    }

    public void Dispose()
    {
        listener.Dispose();
        Key.Dispose();
        LongKey.Dispose();
        Rsa.Dispose();
    }

    private async Task CountAsync()
    {
        try
        {
            while (true)
            {
                using var visitor = await listener.AcceptSocketAsync();
                Interlocked.Increment(ref visits);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
