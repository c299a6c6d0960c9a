using System.Net;
using Microsoft.IdentityModel.Tokens;
using ServiceDefaults.Tests.Host;
using Xunit;

namespace ServiceDefaults.Tests.Access;

public sealed class TokenTests(ShelfHost host) : IClassFixture<ShelfHost>
{
    [Fact]
    public async Task A_good_token_is_taken()
    {
        using var client = host.As();
        Assert.Equal("\"somebody\"", await client.GetStringAsync("/me"));
        using var plain = host.With(host.Issuer.Token(change: token => token.TokenType = "JWT"));
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync("/me")).StatusCode);
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/books")]
    [InlineData("/nowhere")]
    public async Task Without_one_it_is_401(string path)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(path);
        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    public static TheoryData<string, Action<SecurityTokenDescriptor>> Bad => new()
    {
        { "audience", token => token.Audience = "another" },
        { "issuer", token => token.Issuer = "http://127.0.0.1:1" },
        { "expired", token => Life(token, -20, -1) },
        { "not yet", token => Life(token, 2, 10) },
        { "lives too long", token => Life(token, 0, 120) },
        { "another type", token => token.TokenType = "dpop+jwt" },
        { "no subject", token => token.Claims["sub"] = "" },
        { "two agencies", token => token.Claims["agency"] = new[] { Guid.NewGuid().ToString(), Guid.NewGuid().ToString() } },
        { "two classes", token => token.Claims["agency_class"] = new[] { "VictimServices", "LawEnforcement" } },
        { "two hubs", token => token.Claims["hub"] = new[] { "harbor", "lakes" } },
        { "two task forces", token => token.Claims["task_force"] = new[] { Guid.NewGuid().ToString(), Guid.NewGuid().ToString() } },
        { "two seats", token => token.Claims["seat"] = new[] { Guid.NewGuid().ToString(), Guid.NewGuid().ToString() } },
        { "not understood", token => token.AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = new[] { "exp" } } },
        { "unsigned", token => token.SigningCredentials = null },
        { "another key of the same name", token => token.SigningCredentials = new(Issuer.NewKey("one"), SecurityAlgorithms.EcdsaSha256) },
        { "key sent along", SentAlong },
        { "shared secret", token => token.SigningCredentials = new(new SymmetricSecurityKey(new byte[64]) { KeyId = "one" }, SecurityAlgorithms.HmacSha256) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_token_is_401(string what, Action<SecurityTokenDescriptor> change)
    {
        using var client = host.With(host.Issuer.Token(change: change));
        using var answer = await client.GetAsync("/me");
        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, what);
        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_key_used_as_a_shared_secret_is_401()
    {
        var key = host.Issuer.Signing.ECDsa.ExportSubjectPublicKeyInfo();
        using var client = host.With(host.Issuer.Token(change: token =>
            token.SigningCredentials = new(new SymmetricSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.HmacSha256)));
        await (await client.GetAsync("/me")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")]
    public async Task What_is_no_token_is_401(string token)
    {
        using var client = host.With(token);
        await (await client.GetAsync("/me")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Skew_is_half_a_minute_and_the_clock_is_the_registered_one()
    {
        await using var other = new RestartableHost();
        var token = other.Host.TokenNow();
        using var client = other.Host.With(token);
        other.Host.Time.Move(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/me")).StatusCode);
        other.Host.Time.Move(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task A_key_that_the_issuer_adds_is_taken_up_by_itself()
    {
        await using var other = new RestartableHost();
        using var before = other.Host.As();
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/me")).StatusCode);
        other.Host.Issuer.Signing = Issuer.NewKey("two");
        other.Host.Issuer.Published = [other.Host.Issuer.Signing];
        using var after = other.Host.As();
        await Testing.Until.TrueAsync(async () => (await after.GetAsync("/me")).StatusCode == HttpStatusCode.OK, "the new key is known", TimeSpan.FromSeconds(60));
        await Testing.Until.TrueAsync(async () => (await before.GetAsync("/me")).StatusCode == HttpStatusCode.Unauthorized, "the old key is refused");
    }

    [Fact]
    public async Task Where_the_keys_cannot_be_had_it_is_503()
    {
        await using var other = new RestartableHost();
        var token = other.Host.Issuer.Token();
        await other.Host.Issuer.DisposeAsync();
        using var client = other.Host.With(token);
        using var answer = await client.GetAsync("/me");
        await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static void Life(SecurityTokenDescriptor token, int from, int to)
    {
        var now = DateTime.UtcNow;
        (token.IssuedAt, token.NotBefore, token.Expires) = (now.AddMinutes(from), now.AddMinutes(from), now.AddMinutes(to));
    }

    private static void SentAlong(SecurityTokenDescriptor token)
    {
        var own = Issuer.NewKey("own");
        token.SigningCredentials = new(own, SecurityAlgorithms.EcdsaSha256);
        token.AdditionalHeaderClaims = new Dictionary<string, object>
        {
            ["jwk"] = Issuer.Jwk(own), ["jku"] = "http://127.0.0.1:1/keys", ["x5u"] = "http://127.0.0.1:1/chain",
        };
    }
}
