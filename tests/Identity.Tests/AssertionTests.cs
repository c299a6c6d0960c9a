using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Testing;

namespace Identity.Tests;

public abstract class AssertionTests(IdentityFixture identity) : IDisposable
{
    public sealed class OnSqlite(IdentityFixture identity) : AssertionTests(identity), IClassFixture<IdentityFixture>;

    public sealed class OnPostgres(IdentityFixture.OnPostgres identity) : AssertionTests(identity), IClassFixture<IdentityFixture.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(IdentityFixture.OnSqlServer identity) : AssertionTests(identity), IClassFixture<IdentityFixture.OnSqlServer>;

    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly ECDsa ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA rsa = RSA.Create(2048);

    [Theory]
    [InlineData("ES256", IdentityFixture.Issuer)]
    [InlineData("ES256", IdentityFixture.Issuer + "/token")]
    [InlineData("PS256", IdentityFixture.Issuer)]
    [InlineData("RS256", IdentityFixture.Issuer)]
    public async Task A_client_authenticates_by_its_registered_key(string algorithm, string audience)
    {
        var clientId = await RegisterAsync();
        var token = new Assertion(clientId, identity.Time.GetUtcNow()) { Audience = audience };
        using var answer = await SendAsync(token.Sign(Key(algorithm), algorithm));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(clientId, new JsonWebToken((await answer.JsonAsync()).GetProperty("access_token").GetString()).Subject);
    }

    [Fact]
    public async Task An_assertion_is_good_once_whichever_replica_sees_it()
    {
        var assertion = new Assertion(await RegisterAsync(), identity.Time.GetUtcNow()).Sign(Key("ES256"), "ES256");
        var (host, second) = await identity.StartAsync();
        var answers = await Task.WhenAll(SendAsync(assertion), SendAsync(assertion, second), SendAsync(assertion), SendAsync(assertion, second));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests));
        await identity.StopAsync(host);
    }

    public static TheoryData<string> Refusals =>
    [
        "expired", "longer than five minutes", "without an expiry", "issued in the future", "not yet valid",
        "for another server", "for two servers", "for the address asked at", "for nobody",
        "of another issuer", "of another subject", "without a jti", "with a very long jti",
        "signed by another key", "signed by a key in its header", "signed by a key at an address in its header", "with alg none",
        "with HS256 over the public key", "with ES384", "changed after it was signed", "no JWT", "of a client with a secret",
        "of an unknown client", "of a removed client", "of another type",
    ];

    [Theory, MemberData(nameof(Refusals))]
    public async Task An_assertion_is_refused_that_is(string how)
    {
        var clientId = await RegisterAsync();
        var good = new Assertion(clientId, identity.Time.GetUtcNow());
        var key = Key("ES256");
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var now = identity.Time.GetUtcNow();
        var foreignKey = new ECDsaSecurityKey(foreign);
        var assertion = how switch
        {
            "expired" => (good with { Expires = now.AddSeconds(-2) }).Sign(key, "ES256"),
            "longer than five minutes" => (good with { Expires = now.AddMinutes(6) }).Sign(key, "ES256"),
            "without an expiry" => (good with { Expires = null }).Sign(key, "ES256"),
            "issued in the future" => (good with { IssuedAt = now.AddMinutes(2) }).Sign(key, "ES256"),
            "not yet valid" => (good with { NotBefore = now.AddMinutes(2) }).Sign(key, "ES256"),
            "for another server" => (good with { Audience = "https://other.example" }).Sign(key, "ES256"),
            "for two servers" => (good with { Audience = new[] { IdentityFixture.Issuer, "https://other.example" } }).Sign(key, "ES256"),
            "for the address asked at" => (good with { Audience = new Uri(identity.Http.BaseAddress!, "/token").ToString() }).Sign(key, "ES256"),
            "for nobody" => (good with { Audience = null }).Sign(key, "ES256"),
            "of another issuer" => (good with { Issuer = "admin" }).Sign(key, "ES256"),
            "of another subject" => (good with { Issuer = clientId, Subject = "admin" }).Sign(key, "ES256"),
            "without a jti" => (good with { Id = null }).Sign(key, "ES256"),
            "with a very long jti" => (good with { Id = new string('j', 300) }).Sign(key, "ES256"),
            "signed by another key" => good.Sign(foreignKey, "ES256"),
            "signed by a key in its header" => good.Sign(foreignKey, "ES256", new() { ["jwk"] = Public(foreign) }),
            "signed by a key at an address in its header" =>
                good.Sign(foreignKey, "ES256", new() { ["jku"] = "https://attacker.example/jwks", ["x5u"] = "https://attacker.example/cert" }),
            "with alg none" => good.Unsigned(),
            "with HS256 over the public key" => good.Sign(new SymmetricSecurityKey(ec.ExportSubjectPublicKeyInfo()), "HS256"),
            "with ES384" => good.Sign(new ECDsaSecurityKey(p384), "ES384"),
            "changed after it was signed" => Changed(good.Sign(key, "ES256")),
            "no JWT" => "not.a.jwt",
            "of a client with a secret" => new Assertion("admin", identity.Time.GetUtcNow()).Sign(key, "ES256"),
            "of an unknown client" => new Assertion("nobody", identity.Time.GetUtcNow()).Sign(key, "ES256"),
            "of a removed client" => (await RemovedAsync()).Sign(key, "ES256"),
            _ => good.Sign(key, "ES256"),
        };

        using var answer = await SendAsync(assertion, type: how == "of another type" ? "urn:ietf:params:oauth:client-assertion-type:saml2-bearer" : JwtBearer);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_client", await answer.ErrorAsync());
    }

    [Fact]
    public async Task A_client_with_keys_has_no_secret_and_gets_none()
    {
        var clientId = await RegisterAsync();
        using var read = await identity.SendAsync(identity.Admin, HttpMethod.Get, $"/clients/{clientId}");
        Assert.Equal("private_key_jwt", (await read.JsonAsync()).GetProperty("authenticationMethod").GetString());
        using var answer = await identity.SendAsync(
            identity.Admin, HttpMethod.Post, $"/clients/{clientId}/secrets", ifMatch: read.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("state-conflict", await answer.ProblemAsync());
    }

    [Fact]
    public async Task Replaced_keys_end_at_once()
    {
        var clientId = await RegisterAsync();
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var read = await identity.SendAsync(identity.Admin, HttpMethod.Get, $"/clients/{clientId}");
        using var replaced = await identity.SendAsync(
            identity.Admin, HttpMethod.Put, $"/clients/{clientId}/jwks", new { keys = new[] { Public(next) } }, read.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.NotEqual(read.Headers.ETag, replaced.Headers.ETag);

        using var old = await SendAsync(new Assertion(clientId, identity.Time.GetUtcNow()).Sign(Key("ES256"), "ES256"));
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var now = await SendAsync(new Assertion(clientId, identity.Time.GetUtcNow()).Sign(new ECDsaSecurityKey(next), "ES256"));
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    public void Dispose()
    {
        ec.Dispose();
        rsa.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<string> RegisterAsync() => (await identity.RegisterAsync(new
    {
        name = "Agency system", roles = new[] { "funder" },
        jwks = new { keys = new[] { Public(ec, "ec"), Public(rsa, "rsa") } },
    })).ClientId;

    private async Task<Assertion> RemovedAsync()
    {
        var clientId = await RegisterAsync();
        using var removed = await identity.SendAsync(identity.Admin, HttpMethod.Delete, $"/clients/{clientId}", ifMatch: "*");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        return new Assertion(clientId, identity.Time.GetUtcNow());
    }

    private SecurityKey Key(string algorithm) => algorithm == "ES256" ? new ECDsaSecurityKey(ec) { KeyId = "ec" } : new RsaSecurityKey(rsa) { KeyId = "rsa" };

    private static Dictionary<string, string> Public(ECDsa key, string? kid = null)
    {
        var point = key.ExportParameters(false).Q;
        var jwk = new Dictionary<string, string> { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y) };
        if (kid is not null) jwk["kid"] = kid;
        return jwk;
    }

    private static Dictionary<string, string> Public(RSA key, string kid)
    {
        var parameters = key.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["kid"] = kid, ["n"] = Base64UrlEncoder.Encode(parameters.Modulus), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent) };
    }

    private static string Changed(string assertion)
    {
        var parts = assertion.Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("\"jti\":\"", "\"jti\":\"another-", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
    }

    private Task<HttpResponseMessage> SendAsync(string assertion, HttpClient? at = null, string type = JwtBearer) => identity.AskAsync(null,
    [
        new("grant_type", "client_credentials"), new("client_assertion_type", type), new("client_assertion", assertion),
    ], at: at);
}
