using System.Net;
using System.Text.Json;
using Testing;

namespace Identity.Tests;

public sealed class DiscoveryTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/.well-known/oauth-authorization-server")]
    public async Task The_document_says_who_issues_and_where_this_caller_reaches_it(string path)
    {
        var document = await ReadAsync(identity.Http, path);
        Assert.Equal(IdentityFixture.Issuer, document.GetProperty("issuer").GetString());
        Assert.Equal(new Uri(identity.Http.BaseAddress!, "/token").ToString(), document.GetProperty("token_endpoint").GetString());
        Assert.Equal(new Uri(identity.Http.BaseAddress!, "/.well-known/jwks.json").ToString(), document.GetProperty("jwks_uri").GetString());
        Assert.Equal(["client_secret_basic", "private_key_jwt"], Texts(document, "token_endpoint_auth_methods_supported"));
        Assert.Equal(["ES256", "PS256", "RS256"], Texts(document, "token_endpoint_auth_signing_alg_values_supported"));
        Assert.Equal(["client_credentials"], Texts(document, "grant_types_supported"));
    }

    [Fact]
    public async Task Through_the_gateway_it_says_the_gateways_addresses()
    {
        var document = await ReadAsync(identity.Http, forwarded: [("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Host", "platform.test"), ("X-Forwarded-Proto", "http")]);
        Assert.Equal($"{IdentityFixture.Issuer}/token", document.GetProperty("token_endpoint").GetString());

        var prefixed = await ReadAsync(identity.Http, forwarded:
            [("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Host", "other.test"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/auth")]);
        Assert.Equal("https://other.test/auth/token", prefixed.GetProperty("token_endpoint").GetString());
        Assert.Equal(IdentityFixture.Issuer, prefixed.GetProperty("issuer").GetString());
    }

    [Fact]
    public async Task Forwarded_headers_of_an_unknown_proxy_count_for_nothing_and_a_known_ones_do()
    {
        (string, string)[] forwarded = [("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Host", "evil.test"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/x")];
        var (host, client) = await identity.StartAsync(
            new() { ["Identity:KnownProxies:0"] = "198.51.100.0/24" }, services => services.AddSingleton<IStartupFilter, CameFrom>());

        var fromUnknown = await ReadAsync(client, forwarded: [.. forwarded, ("Test-Remote", "203.0.113.9")]);
        Assert.StartsWith(client.BaseAddress!.ToString(), fromUnknown.GetProperty("token_endpoint").GetString(), StringComparison.Ordinal);
        var fromKnown = await ReadAsync(client, forwarded: [.. forwarded, ("Test-Remote", "198.51.100.4")]);
        Assert.Equal("https://evil.test/x/token", fromKnown.GetProperty("token_endpoint").GetString());
        await identity.StopAsync(host);
    }

    [Fact]
    public async Task The_key_set_may_be_kept_for_minutes_and_holds_public_keys_only()
    {
        using var answer = await identity.Http.GetAsync(new Uri("/.well-known/jwks.json", UriKind.Relative));
        Assert.Equal(TimeSpan.FromMinutes(5), answer.Headers.CacheControl?.MaxAge);
        Assert.False(answer.Headers.CacheControl!.NoStore);
        var key = Assert.Single((await answer.JsonAsync()).GetProperty("keys").EnumerateArray());
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(member => member.Name).Order());
    }

    [Fact]
    public async Task Only_these_are_open_to_everybody()
    {
        OpenRoutes.AreOnly(
            identity.Services,
            "GET /.well-known/jwks.json", "GET /.well-known/oauth-authorization-server", "GET /.well-known/openid-configuration", "POST /token");

        foreach (var path in new[] { "/clients", "/clients/admin", "/keys", "/audit", "/journal" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await identity.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    private static async Task<JsonElement> ReadAsync(
        HttpClient http, string path = "/.well-known/openid-configuration", params (string Name, string Value)[] forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in forwarded) request.Headers.Add(name, value);
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private static IEnumerable<string> Texts(JsonElement document, string name) =>
        document.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);

    /// <summary>All connections of a test come from loopback; this makes them come from elsewhere.</summary>
    private sealed class CameFrom : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                if (IPAddress.TryParse(http.Request.Headers["Test-Remote"], out var remote)) http.Connection.RemoteIpAddress = remote;
                return rest(http);
            });
            next(app);
        };
    }
}
