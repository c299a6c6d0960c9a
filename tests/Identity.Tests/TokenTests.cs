using System.Net;
using Contracts;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Identity.Tests;

public sealed class TokenTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private static readonly string[] Scopes = ["referrals", "reports"];

    [Fact]
    public async Task A_token_says_who_its_client_is_and_holds_by_the_discovery_document()
    {
        var (agency, taskForce, seat) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var client = await identity.RegisterAsync(new
        {
            name = "Intake", agencyId = agency, agencyClass = "VictimServices", hub = "harbor", taskForceId = taskForce, seatId = seat,
            roles = new[] { "case-worker" }, scopes = Scopes,
        });

        using var answer = await identity.AskAsync(IdentityFixture.Basic(client));
        var body = await answer.JsonAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("Bearer", body.GetProperty("token_type").GetString());
        Assert.Equal(600, body.GetProperty("expires_in").GetInt32());
        Assert.Equal("referrals reports", body.GetProperty("scope").GetString());

        var value = body.GetProperty("access_token").GetString()!;
        var result = await ValidToken.CheckAsync(identity.Http, value, identity.Time.GetUtcNow());
        Assert.True(result.IsValid, result.Exception?.Message);
        var token = new JsonWebToken(value);
        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal("ES256", token.Alg);
        Assert.NotEmpty(token.Kid);
        Assert.Equal(IdentityFixture.Issuer, token.Issuer);
        Assert.Equal("fourth-p", Assert.Single(token.Audiences));
        Assert.Equal(client.ClientId, token.Subject);
        Assert.Equal(client.ClientId, token.GetClaim("client_id").Value);
        Assert.NotEmpty(token.Id);
        Assert.Equal(TimeSpan.FromMinutes(10), token.ValidTo - token.IssuedAt);
        Assert.Equal(agency.ToString(), token.GetClaim("agency").Value);
        Assert.Equal(nameof(AgencyClass.VictimServices), token.GetClaim("agency_class").Value);
        Assert.Equal("harbor", token.GetClaim("hub").Value);
        Assert.Equal(taskForce.ToString(), token.GetClaim("task_force").Value);
        Assert.Equal(seat.ToString(), token.GetClaim("seat").Value);
        Assert.Equal(["case-worker"], token.GetPayloadValue<string[]>("role"));
        Assert.Equal("referrals reports", token.GetClaim("scope").Value);
    }

    [Theory]
    [InlineData("reports", HttpStatusCode.OK, "reports")]
    [InlineData("", HttpStatusCode.OK, "referrals reports")]
    [InlineData("referrals cases", HttpStatusCode.BadRequest, "invalid_scope")]
    [InlineData("Reports", HttpStatusCode.BadRequest, "invalid_scope")]
    public async Task A_token_has_no_scope_that_its_client_has_not(string asked, HttpStatusCode status, string expected)
    {
        var client = await identity.RegisterAsync(new { name = "Figures", roles = new[] { "funder" }, scopes = Scopes });
        using var answer = await identity.AskAsync(IdentityFixture.Basic(client), Form(("scope", asked)));
        Assert.Equal(status, answer.StatusCode);
        var body = await answer.JsonAsync();
        Assert.Equal(expected, body.GetProperty(status == HttpStatusCode.OK ? "scope" : "error").GetString());
    }

    [Fact]
    public async Task A_secret_from_configuration_may_hold_any_character_when_it_is_sent_encoded()
    {
        using var answer = await identity.AskAsync(IdentityFixture.Basic(new Credentials("membership", IdentityFixture.ServiceSecret)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public static TheoryData<string, HttpStatusCode, string> Refusals => new()
    {
        { "wrong secret", HttpStatusCode.Unauthorized, "invalid_client" },
        { "unknown client", HttpStatusCode.Unauthorized, "invalid_client" },
        { "another case of the client's id", HttpStatusCode.Unauthorized, "invalid_client" },
        { "no authentication", HttpStatusCode.Unauthorized, "invalid_client" },
        { "not encoded in base64", HttpStatusCode.Unauthorized, "invalid_client" },
        { "no colon", HttpStatusCode.Unauthorized, "invalid_client" },
        { "empty secret", HttpStatusCode.Unauthorized, "invalid_client" },
        { "bearer", HttpStatusCode.Unauthorized, "invalid_client" },
        { "secret in the body", HttpStatusCode.Unauthorized, "invalid_client" },
        { "secret in the body too", HttpStatusCode.BadRequest, "invalid_request" },
        { "another client in the body", HttpStatusCode.BadRequest, "invalid_request" },
        { "secret in the query", HttpStatusCode.BadRequest, "invalid_request" },
        { "no grant", HttpStatusCode.BadRequest, "invalid_request" },
        { "grant twice", HttpStatusCode.BadRequest, "invalid_request" },
        { "json", HttpStatusCode.BadRequest, "invalid_request" },
        { "large form", HttpStatusCode.BadRequest, "invalid_request" },
        { "password grant", HttpStatusCode.BadRequest, "unsupported_grant_type" },
        { "code grant", HttpStatusCode.BadRequest, "unsupported_grant_type" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task Whoever_asks_wrongly_gets_no_token(string how, HttpStatusCode status, string error)
    {
        var client = await identity.RegisterAsync(new { name = "Figures", roles = new[] { "funder" } });
        using var request = Request(how, client);
        using var answer = await identity.Http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(error, await answer.ErrorAsync());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(status == HttpStatusCode.Unauthorized, answer.Headers.WwwAuthenticate.ToString().StartsWith("Basic ", StringComparison.Ordinal));
        Assert.DoesNotContain(client.Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_a_client_exists_is_told_by_no_answer()
    {
        var client = await identity.RegisterAsync(new { name = "Figures", roles = new[] { "funder" } });
        using var known = await identity.AskAsync(IdentityFixture.Basic(client with { Secret = "wrong" }));
        using var unknown = await identity.AskAsync(IdentityFixture.Basic(new Credentials("client-0123456789", "wrong")));
        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Request(string how, Credentials client)
    {
        var right = IdentityFixture.Basic(client);
        var (authorization, content, path) = how switch
        {
            "wrong secret" => (IdentityFixture.Basic(client with { Secret = client.Secret[..^1] + "#" }), Form(), "/token"),
            "unknown client" => (IdentityFixture.Basic(client with { ClientId = "nobody" }), Form(), "/token"),
            "another case of the client's id" => (IdentityFixture.Basic(client with { ClientId = client.ClientId.ToUpperInvariant() }), Form(), "/token"),
            "not encoded in base64" => (new("Basic", "%%%"), Form(), "/token"),
            "no colon" => (IdentityFixture.Basic(client.ClientId), Form(), "/token"),
            "empty secret" => (IdentityFixture.Basic($"{client.ClientId}:"), Form(), "/token"),
            "bearer" => (new("Bearer", client.Secret), Form(), "/token"),
            "secret in the body" => (null, Form(("client_id", client.ClientId), ("client_secret", client.Secret)), "/token"),
            "secret in the body too" => (right, Form(("client_secret", client.Secret)), "/token"),
            "another client in the body" => (right, Form(("client_id", "admin")), "/token"),
            "secret in the query" => (right, Form(), $"/token?client_secret={client.Secret}"),
            "no grant" => (right, [], "/token"),
            "grant twice" => (right, Form(("grant_type", "client_credentials")), "/token"),
            "large form" => (right, Form(("padding", new string('x', 20_000))), "/token"),
            "password grant" => (right, [new("grant_type", "password")], "/token"),
            "code grant" => (right, [new("grant_type", "authorization_code")], "/token"),
            "json" => (right, Form(), "/token"),
            _ => ((System.Net.Http.Headers.AuthenticationHeaderValue?)null, Form(), "/token"),
        };
        HttpContent body = how == "json" ? new StringContent("{\"grant_type\":\"client_credentials\"}", null, "application/json") : new FormUrlEncodedContent(content);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Authorization = authorization;
        return request;
    }

    private static KeyValuePair<string, string>[] Form(params (string Name, string Value)[] more) =>
        [new("grant_type", "client_credentials"), .. more.Select(one => new KeyValuePair<string, string>(one.Name, one.Value))];
}
