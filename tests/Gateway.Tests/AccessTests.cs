using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Gateway.Tests.Parts;
using Microsoft.AspNetCore.Authorization;

namespace Gateway.Tests;

public sealed class AccessTests(Platform platform) : OnPlatform(platform)
{
    /// <summary>Everything that anybody may ask for; whatever is not here needs a token.</summary>
    private static readonly string[] Open =
    [
        "/",
        "/api/identity/.well-known/jwks.json", "/api/identity/.well-known/oauth-authorization-server", "/api/identity/.well-known/openid-configuration", "/api/identity/token",
        "/api/membership/calendars/{file}", "/api/membership/pulse-answers", "/docs/openapi/{service}.json", "/health/live", "/health/ready", "{**path}",
    ];

    [Fact]
    public void Only_the_listed_routes_are_open()
    {
        var routes = Platform.Provided<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.Equal(Open, routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(route => route.RoutePattern.RawText).Order(StringComparer.Ordinal));
        Assert.All(routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null),
            route => Assert.NotNull(route.Metadata.GetMetadata<IAuthorizeData>()));
    }

    [Theory]
    [InlineData("/api/identity/clients")]
    [InlineData("/api/identity/token")]
    [InlineData("/api/identity/token/x")]
    [InlineData("/api/identity/.well-known/x")]
    [InlineData("/api/membership/hubs")]
    [InlineData("/api/case-referral/referrals")]
    [InlineData("/api/reporting/harbor/referral-report")]
    [InlineData("/api/membership/streams")]
    public async Task Without_a_token_nothing_else_comes_in(string path)
    {
        using var answer = await Platform.Anonymous.GetAsync(path);
        await ProblemAssert.ProblemAsync(HttpStatusCode.Unauthorized, answer);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.First().Scheme);
        Assert.Empty(Platform.Received);
    }

    [Fact]
    public async Task Tokens_and_keys_are_had_without_a_token()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        using var token = await Platform.Anonymous.PostAsync("/api/identity/token", form);
        using var keys = await Platform.Anonymous.GetAsync("/api/identity/.well-known/jwks.json");
        using var discovery = await Platform.Anonymous.GetAsync("/api/identity/.well-known/openid-configuration");
        Assert.Equal(["/token", "/.well-known/jwks.json", "/.well-known/openid-configuration"], Platform.Received.Select(received => received.Target));
    }

    [Fact]
    public async Task A_calendar_is_had_by_its_address_alone_and_by_reading_alone()
    {
        using var calendar = await Platform.Anonymous.GetAsync("/api/membership/calendars/secret.ics");
        using var written = await Platform.Anonymous.PostAsync("/api/membership/calendars/secret.ics", null);
        using var below = await Platform.Anonymous.GetAsync("/api/membership/calendars/secret.ics/more");
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [written.StatusCode, below.StatusCode]);
        Assert.Equal(["/calendars/secret.ics"], Platform.Received.Select(received => received.Target));
    }

    /// <summary>Whoever answers says nowhere who they are: the service refuses an answer that does.</summary>
    [Fact]
    public async Task An_answer_to_the_pulse_survey_comes_in_without_a_token_and_nothing_else_of_it()
    {
        using var answer = await Platform.Anonymous.PostAsync("/api/membership/pulse-answers", JsonContent.Create(new { trust = 4 }));
        using var read = await Platform.Anonymous.GetAsync("/api/membership/pulse-answers");
        using var below = await Platform.Anonymous.PostAsync("/api/membership/pulse-answers/1", null);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [read.StatusCode, below.StatusCode]);
        Assert.Equal(["/pulse-answers"], Platform.Received.Select(received => received.Target));
    }

    [Fact]
    public async Task A_good_token_is_passed_on_to_the_service()
    {
        var token = Platform.Issuer.Token();
        using var answer = await Ask(token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"Bearer {token}", Assert.Single(Platform.Received).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_token_that_is_not_good_ends_at_the_edge()
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuer = Platform.Issuer;
        var good = issuer.Token();
        string[] bad =
        [
            issuer.Token(audience: "another"), issuer.Token(issuer: "https://elsewhere.example"), issuer.Token(expiresIn: TimeSpan.FromMinutes(-5)),
            issuer.Token(signedWith: foreign), good[..^4] + "AAAA", good[..good.LastIndexOf('.')] + ".", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "x",
        ];
        foreach (var token in bad)
        {
            using var answer = await Ask(token);
            await ProblemAssert.ProblemAsync(HttpStatusCode.Unauthorized, answer);
        }

        Assert.Empty(Platform.Received);
    }

    /// <summary>A token that brings its own key, or says where one is to be had: nobody looks there, and it is not good.</summary>
    [Theory]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("jwk")]
    [InlineData("x5c")]
    public async Task A_key_that_the_token_brings_is_not_looked_at(string parameter)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var theirs = await Backend.StartAsync();
        using var elsewhere = new TokenIssuer { Issuer = theirs.Url };
        elsewhere.ServeOn(theirs);
        object value = parameter switch
        {
            "jku" or "x5u" => $"{theirs.Url}/.well-known/jwks.json",
            "jwk" => elsewhere.PublicKey(own),
            _ => new[] { elsewhere.Certificate(own) },
        };
        using var answer = await Ask(Platform.Issuer.Token(signedWith: own, header: new Dictionary<string, object> { [parameter] = value }));
        await ProblemAssert.ProblemAsync(HttpStatusCode.Unauthorized, answer);
        Assert.Empty(theirs.Received);
        Assert.Empty(Platform.Received);

        // It is not the parameter that is refused: the key is the authority's, whatever else a token says.
        using var good = await Ask(Platform.Issuer.Token(header: new Dictionary<string, object> { [parameter] = value }));
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Empty(theirs.Received);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_had_a_token_is_503_and_not_401()
    {
        await using var platform = await Platform.StartAsync();
        await platform.Provider.DisposeAsync();
        using var answer = await platform.Client.GetAsync("/api/membership/hubs");
        await ProblemAssert.ProblemAsync(HttpStatusCode.ServiceUnavailable, answer);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
    }

    private async Task<HttpResponseMessage> Ask(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/membership/hubs");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Platform.Anonymous.SendAsync(request);
    }
}
