using System.Net;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

public sealed class HeaderTests(Platform platform) : OnPlatform(platform)
{
    [Theory]
    [InlineData("Forwarded", "for=1.2.3.4;host=evil.example")]
    [InlineData("X-Forwarded-Port", "1")]
    [InlineData("X-Forwarded-Server", "evil.example")]
    [InlineData("X-Forwarded-User", "admin")]
    [InlineData("X-Forwarded-Client-Cert", "x")]
    [InlineData("X_Forwarded_For", "1.2.3.4")]
    [InlineData("X-Real-IP", "1.2.3.4")]
    [InlineData("X-Client-IP", "1.2.3.4")]
    [InlineData("True-Client-IP", "1.2.3.4")]
    [InlineData("X-Original-URL", "/journal/harbor")]
    [InlineData("X-Rewrite-URL", "/journal/harbor")]
    [InlineData("X-Original-Host", "evil.example")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-Method-Override", "DELETE")]
    [InlineData("Proxy", "http://evil.example")]
    [InlineData("Cookie", "session=x")]
    [InlineData("baggage", "role=ops")]
    [InlineData("Correlation-Context", "role=ops")]
    [InlineData("tracestate", "vendor=x")]
    [InlineData("X-Whatever", "x")]
    public async Task What_a_client_must_not_say_does_not_reach_a_service(string header, string value)
    {
        var traceparent = "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var (status, _, _) = await Raw.SendAsync(
            Platform.Address, "/api/membership/hubs", Platform.Issuer.Token(), traceparent, $"{header}: {value}", $"{header}: again");
        Assert.Equal(200, status);
        Assert.DoesNotContain(header, Assert.Single(Platform.Received).Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Forwarded_headers_are_the_gateways_own()
    {
        await Raw.SendAsync(Platform.Address, "/api/membership/hubs", Platform.Issuer.Token(), "X-Forwarded-For: 1.2.3.4",
            "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Forwarded-Prefix: /evil");
        var headers = Assert.Single(Platform.Received).Headers;
        Assert.Equal("127.0.0.1", headers["X-Forwarded-For"]);
        Assert.Equal(Platform.Address.Authority, headers["X-Forwarded-Host"]);
        Assert.Equal("http", headers["X-Forwarded-Proto"]);
        Assert.Equal("/api/membership", headers["X-Forwarded-Prefix"]);
    }

    [Fact]
    public async Task What_an_API_needs_goes_through()
    {
        string[] sent =
        [
            "If-Match: \"3\"", "Idempotency-Key: k1", "Accept: application/json", "Accept-Language: en", "User-Agent: cedar/1", "If-None-Match: \"2\"",
        ];
        await Raw.SendAsync(Platform.Address, "/api/membership/hubs", Platform.Issuer.Token(), sent);
        var headers = Assert.Single(Platform.Received).Headers;
        Assert.All(sent.Select(header => header.Split(": ")), header => Assert.Equal(header[1], headers[header[0]]));
    }

    [Fact]
    public async Task One_trace_goes_on_into_the_service()
    {
        await Raw.SendAsync(Platform.Address, "/api/membership/hubs", Platform.Issuer.Token(),
            "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var parent = Assert.Single(Platform.Received).Headers["traceparent"];
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", parent, StringComparison.Ordinal);
        Assert.DoesNotContain("b7ad6b7169203331", parent, StringComparison.Ordinal);
    }

    /// <summary>Where a trace would bring what is asked together with whoever asks.</summary>
    [Theory]
    [InlineData("POST", "/api/membership/hubs", "01")]
    [InlineData("POST", "/api/membership/pulse-answers", "00")]
    [InlineData("PUT", "/api/membership/task-forces/1/seats/2/survivor-status", "00")]
    [InlineData("DELETE", "/api/membership/task-forces/1/seats/2/survivor-status", "00")]
    public async Task A_trace_is_not_recorded_where_it_would_tell_who_it_was(string method, string path, string flags)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var answer = await Platform.Client.SendAsync(request);
        Assert.EndsWith($"-{flags}", Assert.Single(Platform.Received).Headers["traceparent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers_and_names_no_server()
    {
        Platform.Membership.Answer = http =>
        {
            http.Response.Headers.Server = "Kestrel";
            http.Response.Headers["X-Powered-By"] = "x";
            http.Response.Headers["Referrer-Policy"] = "unsafe-url";
            return Task.CompletedTask;
        };
        foreach (var (path, status) in new (string, HttpStatusCode)[]
        {
            ("/api/membership/hubs", HttpStatusCode.OK), ("/nowhere", HttpStatusCode.NotFound), ("/a//b", HttpStatusCode.BadRequest),
            ("/health/live", HttpStatusCode.OK), ("/docs/index.html", HttpStatusCode.OK), ("/docs", HttpStatusCode.MovedPermanently),
        })
        {
            using var answer = await Platform.Client.GetAsync(path);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal(path != "/docs/index.html", answer.Headers.CacheControl?.NoStore);
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("X-Powered-By"));
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task A_service_may_say_how_long_an_answer_keeps()
    {
        Platform.Identity.Answer = http =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Task.CompletedTask;
        };
        using var answer = await Platform.Anonymous.GetAsync("/api/identity/.well-known/jwks.json");
        Assert.Equal(TimeSpan.FromMinutes(5), answer.Headers.CacheControl?.MaxAge);
    }
}
