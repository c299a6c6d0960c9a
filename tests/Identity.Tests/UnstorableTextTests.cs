using System.Net;
using System.Text;
using Testing;

namespace Identity.Tests;

/// <summary>PostgreSQL cannot compare with a null character: whoever sends one is refused, and it is no error of ours.</summary>
public abstract class UnstorableTextTests(IdentityFixture identity)
{
    public sealed class OnSqlite(IdentityFixture identity) : UnstorableTextTests(identity), IClassFixture<IdentityFixture>;

    public sealed class OnPostgres(IdentityFixture.OnPostgres identity) : UnstorableTextTests(identity), IClassFixture<IdentityFixture.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(IdentityFixture.OnSqlServer identity) : UnstorableTextTests(identity), IClassFixture<IdentityFixture.OnSqlServer>;

    [Theory]
    [InlineData("client-%00", "secret")]
    [InlineData("client-\0", "secret")]
    [InlineData("client-1", "secret%00")]
    [InlineData("client-%ED%A0%80", "secret")]
    public async Task In_client_secret_basic(string clientId, string secret)
    {
        using var answer = await identity.AskAsync(IdentityFixture.Basic($"{clientId}:{secret}"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_client", await answer.ErrorAsync());
    }

    [Fact]
    public async Task In_an_assertion()
    {
        static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var assertion = $"{Part("""{"alg":"ES256"}""")}.{Part("""{"iss":"a\u0000","sub":"a\u0000","jti":"\u0000"}""")}.{Part("none")}";
        using var answer = await identity.AskAsync(null, [
            new("grant_type", "client_credentials"), new("client_assertion", assertion),
            new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        ]);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("scope")]
    [InlineData("client_id")]
    public async Task In_a_field_of_the_form(string field)
    {
        using var answer = await identity.AskAsync(
            IdentityFixture.Basic(identity.Admin), [new("grant_type", "client_credentials"), new(field, "a\0")]);
        Assert.InRange((int)answer.StatusCode, 400, 401);
    }

    [Fact]
    public async Task In_a_path_or_a_query()
    {
        using var path = await identity.SendAsync(identity.Admin, HttpMethod.Get, "/clients/client-%00");
        Assert.InRange((int)path.StatusCode, 400, 404);
        using var query = await identity.SendAsync(identity.Admin, HttpMethod.Get, "/audit?clientId=%00");
        Assert.Equal(HttpStatusCode.BadRequest, query.StatusCode);
    }
}
