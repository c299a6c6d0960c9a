using System.Net;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Identity.Tests;

public abstract class ClientAdminTests(IdentityFixture identity)
{
    public sealed class OnSqlite(IdentityFixture identity) : ClientAdminTests(identity), IClassFixture<IdentityFixture>;

    public sealed class OnPostgres(IdentityFixture.OnPostgres identity) : ClientAdminTests(identity), IClassFixture<IdentityFixture.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(IdentityFixture.OnSqlServer identity) : ClientAdminTests(identity), IClassFixture<IdentityFixture.OnSqlServer>;

    [Fact]
    public async Task A_secret_is_shown_once()
    {
        using var made = await identity.SendAsync(identity.Admin, HttpMethod.Post, "/clients", Funder);
        var body = await made.JsonAsync();
        var clientId = body.GetProperty("clientId").GetString()!;
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal($"clients/{clientId}", made.Headers.Location!.ToString());
        Assert.NotNull(made.Headers.ETag);
        Assert.True(made.Headers.CacheControl!.NoStore);
        Assert.True(body.GetProperty("clientSecret").GetString()!.Length >= 43);

        using var read = await identity.SendAsync(identity.Admin, HttpMethod.Get, $"/clients/{clientId}");
        Assert.Equal(made.Headers.ETag, read.Headers.ETag);
        Assert.False((await read.JsonAsync()).TryGetProperty("clientSecret", out _));
    }

    [Fact]
    public async Task Two_secrets_hold_while_a_client_changes_over()
    {
        var first = await identity.RegisterAsync(Funder);
        var second = await RotateAsync(first);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(first));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(second));

        var third = await RotateAsync(second);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(first));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(second));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(third));

        identity.Time.Move(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(second));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(third));
    }

    [Fact]
    public async Task A_removed_client_gets_no_token_and_its_tokens_end()
    {
        var client = await identity.RegisterAsync(new { name = "Second administrator", roles = new[] { "platform-admin" } });
        var token = await identity.TokenAsync(client);
        using var removed = await identity.SendAsync(identity.Admin, HttpMethod.Delete, $"/clients/{client.ClientId}", ifMatch: await ETagAsync(client));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(client));

        using var gone = await identity.SendAsync(identity.Admin, HttpMethod.Get, $"/clients/{client.ClientId}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await identity.InDbAsync(async db => Assert.Contains(
            await db.Journal.Where(row => row.Hub == "platform" && row.Type == "client-removed").ToListAsync(),
            row => row.Payload.Contains(client.ClientId, StringComparison.Ordinal)));
        await Testing.Until.TrueAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/clients");
            request.Headers.Authorization = new("Bearer", token);
            return (await identity.Http.SendAsync(request)).StatusCode == HttpStatusCode.Unauthorized;
        }, "the removed client's token is refused");
    }

    [Theory]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/secrets")]
    [InlineData("PUT", "/jwks")]
    public async Task Nobody_changes_what_they_have_not_read(string method, string sub)
    {
        var client = await identity.RegisterAsync(Funder);
        object? body = method == "PUT" ? new { keys = new[] { Jwk } } : null;
        using var missing = await identity.SendAsync(identity.Admin, new(method), $"/clients/{client.ClientId}{sub}", body);
        Assert.Equal(HttpStatusCode.PreconditionRequired, missing.StatusCode);
        using var stale = await identity.SendAsync(identity.Admin, new(method), $"/clients/{client.ClientId}{sub}", body, ifMatch: "\"99\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client));
    }

    [Fact]
    public async Task Of_two_who_change_at_once_one_does()
    {
        var client = await identity.RegisterAsync(Funder);
        var etag = await ETagAsync(client);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            identity.SendAsync(identity.Admin, HttpMethod.Post, $"/clients/{client.ClientId}/secrets", ifMatch: etag)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task A_repeated_registration_gives_the_same_answer_and_its_secret_is_kept_by_nobody_else()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await identity.SendAsync(identity.Admin, HttpMethod.Post, "/clients", Funder, idempotencyKey: key);
        using var second = await identity.SendAsync(identity.Admin, HttpMethod.Post, "/clients", Funder, idempotencyKey: key);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());

        var secret = (await first.JsonAsync()).GetProperty("clientSecret").GetString()!;
        await identity.InDbAsync(async db =>
        {
            var kept = await db.KeptAnswers.ToListAsync();
            Assert.NotEmpty(kept);
            Assert.All(kept, answer => Assert.DoesNotContain(secret, System.Text.Encoding.Latin1.GetString(answer.Body), StringComparison.Ordinal));
            Assert.All(kept, answer => Assert.DoesNotContain(key, answer.Key, StringComparison.Ordinal));
        });

        using var guessable = await identity.SendAsync(identity.Admin, HttpMethod.Post, "/clients", Funder, idempotencyKey: "1");
        Assert.Equal(HttpStatusCode.BadRequest, guessable.StatusCode);
    }

    [Fact]
    public async Task Lists_come_in_pages_and_only_of_what_one_administers()
    {
        var (agency, other) = (Guid.NewGuid(), Guid.NewGuid());
        await identity.ListAsync(agency, "lakes", AgencyClass.Other);
        await identity.ListAsync(other, "lakes", AgencyClass.Other);
        var hubAdmin = await identity.RegisterAsync(new { name = "Lakes", roles = new[] { "hub-admin" }, hub = "lakes" });
        var agencyAdmin = await identity.RegisterAsync(Of(agency, "agency-admin"), by: hubAdmin);
        var elsewhere = await identity.RegisterAsync(Of(other, "analyst"));

        Assert.Equal(3, (await ListAsync(hubAdmin)).Count);
        Assert.Equal([agencyAdmin.ClientId], await ListAsync(agencyAdmin));
        using var hidden = await identity.SendAsync(agencyAdmin, HttpMethod.Get, $"/clients/{elsewhere.ClientId}");
        using var missing = await identity.SendAsync(agencyAdmin, HttpMethod.Get, "/clients/client-none");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(WithoutTrace(await missing.Content.ReadAsStringAsync()), WithoutTrace(await hidden.Content.ReadAsStringAsync()));

        using var page = await identity.SendAsync(hubAdmin, HttpMethod.Get, "/clients?take=2");
        Assert.Equal(2, (await page.JsonAsync()).GetArrayLength());
        Assert.Contains("rel=\"next\"", page.Headers.GetValues("Link").Single(), StringComparison.Ordinal);

        static object Of(Guid agencyId, string role) => new { name = "Agency", roles = new[] { role }, agencyId, agencyClass = "Other", hub = "lakes" };
    }

    private static object Funder => new { name = "Figures", roles = new[] { "funder" } };

    private static Dictionary<string, string> Jwk => new()
    {
        // The example of RFC 7517, A.1.
        ["kty"] = "EC", ["crv"] = "P-256", ["x"] = "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", ["y"] = "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
    };

    private static string WithoutTrace(string problem) => System.Text.RegularExpressions.Regex.Replace(problem, "\"traceId\":\"[^\"]*\"", "");

    private async Task<HttpStatusCode> AskAsync(Credentials client)
    {
        using var answer = await identity.AskAsync(IdentityFixture.Basic(client));
        return answer.StatusCode;
    }

    private async Task<string> ETagAsync(Credentials client)
    {
        using var answer = await identity.SendAsync(identity.Admin, HttpMethod.Get, $"/clients/{client.ClientId}");
        return answer.Headers.ETag!.ToString();
    }

    private async Task<Credentials> RotateAsync(Credentials client)
    {
        using var answer = await identity.SendAsync(identity.Admin, HttpMethod.Post, $"/clients/{client.ClientId}/secrets", ifMatch: await ETagAsync(client));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client with { Secret = (await answer.JsonAsync()).GetProperty("clientSecret").GetString()! };
    }

    private async Task<List<string>> ListAsync(Credentials who)
    {
        using var answer = await identity.SendAsync(who, HttpMethod.Get, "/clients");
        return [.. (await answer.JsonAsync()).EnumerateArray().Select(client => client.GetProperty("clientId").GetString()!)];
    }
}
