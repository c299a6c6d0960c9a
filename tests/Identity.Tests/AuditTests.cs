using System.Net;
using System.Text.Json;
using Identity.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Identity.Tests;

public sealed class AuditTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Issuance_and_refusal_are_told_with_who_when_why_and_whence()
    {
        var officer = await identity.RegisterAsync(new { name = "Data protection", roles = new[] { "data-protection" } });
        var client = await identity.RegisterAsync(new { name = "Figures", roles = new[] { "funder" } });
        var token = new JsonWebToken(await identity.TokenAsync(client));
        using var refused = await identity.AskAsync(IdentityFixture.Basic(client with { Secret = "a-wrong-one" }), from: "192.0.2.44");

        var entries = await ReadAsync(officer, $"/audit?clientId={client.ClientId}");
        Assert.Equal(["ClientRegistered", "TokenIssued", "TokenRefused"], entries.Select(entry => Text(entry, "action")));
        Assert.Equal(["admin", null, null], entries.Select(entry => Text(entry, "actor")));
        Assert.Equal(["funder", "Secret", "WrongSecret"], entries.Select(entry => Text(entry, "reason")));
        Assert.Equal("192.0.2.44", Text(entries[2], "remote"));
        Assert.Equal(token.Id, Text(entries[1], "tokenId"));
        Assert.Equal(token.Kid, Text(entries[1], "keyId"));
        Assert.All(entries, entry => Assert.NotNull(Text(entry, "requestId")));
        Assert.All(entries, entry => Assert.InRange(entry.GetProperty("at").GetDateTimeOffset(), identity.Time.GetUtcNow().AddMinutes(-5), identity.Time.GetUtcNow()));
        Assert.DoesNotContain("a-wrong-one", JsonSerializer.Serialize(entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_unknown_caller_called_itself_is_not_kept()
    {
        using var answer = await identity.AskAsync(IdentityFixture.Basic(new Credentials("Marked Name 555-0100", "wrong")));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await identity.InDbAsync(async db =>
        {
            var entry = await db.Audit.OrderBy(one => one.At).LastAsync(one => one.Action == AuditedAction.TokenRefused);
            Assert.Equal(("UnknownClient", null), (entry.Reason, entry.ClientId));
        });
    }

    [Fact]
    public async Task A_delay_is_told_once_however_many_attempts_run_into_it()
    {
        var client = await identity.RegisterAsync(new { name = "Figures", roles = new[] { "funder" } });
        for (var n = 0; n < 8; n++) await identity.AskAsync(IdentityFixture.Basic(client with { Secret = "wrong" }), from: "192.0.2.45");
        var entries = await ReadAsync(identity.Admin, $"/audit?clientId={client.ClientId}&action=TokenRefused");
        Assert.Equal(["WrongSecret", "WrongSecret", "WrongSecret", "Delayed"], entries.Select(entry => Text(entry, "reason")).Take(4));
        Assert.Single(entries, entry => Text(entry, "reason") == "Delayed");
    }

    [Fact]
    public async Task A_hubs_officer_reads_that_hubs_entries_and_others_none()
    {
        var officer = await identity.RegisterAsync(new { name = "Harbor's officer", roles = new[] { "data-protection" }, hub = "harbor" });
        await identity.RegisterAsync(new { name = "Lakes", roles = new[] { "hub-admin" }, hub = "lakes" });
        var entries = await ReadAsync(officer, "/audit?take=200");
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Equal("harbor", Text(entry, "hub")));
        var platforms = await identity.RegisterAsync(new { name = "The platform's officer", roles = new[] { "data-protection" } });
        Assert.All(await ReadAsync(platforms, "/audit?take=200"), entry => Assert.Null(Text(entry, "hub")));

        using var refused = await identity.SendAsync(identity.ReadCredentials("ops"), HttpMethod.Get, "/audit");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task It_is_read_in_pages_in_the_order_of_time()
    {
        var client = await identity.RegisterAsync(new { name = "Figures", roles = new[] { "funder" } });
        for (var n = 0; n < 5; n++) await identity.TokenAsync(client);
        var seen = new List<DateTimeOffset>();
        var path = $"/audit?clientId={client.ClientId}&take=4";
        for (var page = 0; page < 2; page++)
        {
            using var answer = await identity.SendAsync(identity.Admin, HttpMethod.Get, path);
            seen.AddRange((await answer.JsonAsync()).EnumerateArray().Select(entry => entry.GetProperty("at").GetDateTimeOffset()));
            if (!answer.Headers.TryGetValues("Link", out var links)) break;
            path = "/audit" + links.Single().Split('<', '>')[1];
        }

        Assert.Equal(6, seen.Count);
        Assert.Equal(seen.Order(), seen);
    }

    [Fact]
    public async Task An_entry_is_never_altered_or_taken_out()
    {
        await identity.InDbAsync(async db =>
        {
            var entry = await db.Audit.FirstAsync();
            db.Remove(entry);
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            db.Entry(entry).State = EntityState.Modified;
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    private async Task<List<JsonElement>> ReadAsync(Credentials who, string path)
    {
        using var answer = await identity.SendAsync(who, HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await answer.JsonAsync()).EnumerateArray()];
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
