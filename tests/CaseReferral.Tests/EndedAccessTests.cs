using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using ServiceDefaults.Access;
using Testing;

namespace CaseReferral.Tests;

/// <summary>Whose access ended reads no client, though the token has not expired (release-of-information, rule 12).</summary>
public abstract class EndedAccessTests(Harbor harbor)
{
    [Collection(HarborCollection.Name)]
    public sealed class OnSqlite(Harbor harbor) : EndedAccessTests(harbor);

    [Collection(HarborOnPostgres.Name)]
    public sealed class OnPostgres(Harbor.OnPostgres harbor) : EndedAccessTests(harbor);

    [NeedsSqlServer, Collection(HarborOnSqlServer.Name)]
    public sealed class OnSqlServer(Harbor.OnSqlServer harbor) : EndedAccessTests(harbor);

    [Fact]
    public async Task A_removed_clients_token_is_refused_within_a_minute()
    {
        var person = harbor.Advocates.As(Roles.CaseWorker, 77);
        var worker = await harbor.AsAsync(person);
        var key = Guid.NewGuid();
        var taken = await (await worker.PostAsync("/clients", Harbor.Intake(), ifMatch: null, key)).ReadAsync<JsonElement>(HttpStatusCode.Created);
        var path = $"/clients/{taken.GetProperty("id").GetGuid()}";
        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync(path)).StatusCode);

        await RemoveAsync(new JsonWebToken(await harbor.TokenAsync(person)).Subject);

        await Until.TrueAsync(
            async () => (await worker.GetAsync(path)).StatusCode == HttpStatusCode.Unauthorized,
            "CaseReferral refuses the removed client", TimeSpan.FromMinutes(1));
        // Nor does a kept answer tell what the token may no longer ask.
        using var kept = await worker.PostAsync("/clients", Harbor.Intake(), ifMatch: null, key);
        Assert.Equal(HttpStatusCode.Unauthorized, kept.StatusCode);
    }

    private async Task RemoveAsync(string clientId)
    {
        using var admin = await harbor.ClientAsync("identity", new Person(Roles.PlatformAdmin));
        using var known = await admin.GetAsync($"/clients/{clientId}");
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/clients/{clientId}");
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(known.Headers.ETag!.ToString()));
        using var removed = await admin.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }
}
