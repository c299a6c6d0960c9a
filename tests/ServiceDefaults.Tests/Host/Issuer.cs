using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Testing;

namespace ServiceDefaults.Tests.Host;

/// <summary>Any OpenID Connect provider: metadata, keys and a token endpoint on a real port.</summary>
public sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int given;

    public Issuer()
    {
        Url = $"http://127.0.0.1:{FreePort.Next()}";
        Signing = NewKey("one");
        Published = [Signing];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add(Url);
        app.Run(AnswerAsync);
    }

    public string Url { get; }
    public ECDsaSecurityKey Signing { get; set; }
    public IReadOnlyList<ECDsaSecurityKey> Published { get; set; }
    public int TokensGiven => given;

    public static ECDsaSecurityKey NewKey(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    public Task StartAsync() => app.StartAsync();

    /// <summary>A good token, but for what the test changes of it.</summary>
    public string Token(
        string subject = "somebody", IDictionary<string, object>? claims = null, Action<SecurityTokenDescriptor>? change = null, params string[] roles)
    {
        var now = DateTime.UtcNow;
        var all = new Dictionary<string, object>(claims ?? new Dictionary<string, object>()) { ["sub"] = subject, ["role"] = roles };
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Url,
            Audience = "fourth-p",
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            TokenType = "at+jwt",
            Claims = all,
            SigningCredentials = new SigningCredentials(Signing, SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => http.Response.WriteAsJsonAsync(
            new { issuer = Url, jwks_uri = $"{Url}/keys", token_endpoint = $"{Url}/token" }),
        "/keys" => http.Response.WriteAsJsonAsync(new { keys = Published.Select(Jwk) }),
        "/token" => GiveAsync(http),
        _ => Results.NotFound().ExecuteAsync(http),
    };

    private async Task GiveAsync(HttpContext http)
    {
        Interlocked.Increment(ref given);
        await Task.Delay(50);
        await http.Response.WriteAsJsonAsync(new { access_token = Token("shelf", roles: "service"), token_type = "Bearer", expires_in = 600 });
    }

    public static IDictionary<string, string> Jwk(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(false).Q;
        return new Dictionary<string, string>
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = key.KeyId,
            ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
