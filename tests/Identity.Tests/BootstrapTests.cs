using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Identity.Tests;

public sealed class BootstrapTests : IAsyncLifetime
{
    private readonly IdentityFixture identity = new();

    public Task InitializeAsync() => identity.InitializeAsync();

    public Task DisposeAsync() => identity.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_and_operator_can_sign_in_with_what_only_the_owner_may_read()
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(identity.CredentialsPath));
        Assert.Single(System.IO.Directory.GetFiles(Path.GetDirectoryName(identity.CredentialsPath)!));
        foreach (var (entry, path, status) in new[]
                 {
                     ("admin", "/clients", HttpStatusCode.OK), ("admin", "/streams", HttpStatusCode.Forbidden),
                     ("ops", "/streams", HttpStatusCode.OK), ("ops", "/clients", HttpStatusCode.Forbidden),
                 })
        {
            using var answer = await identity.SendAsync(identity.ReadCredentials(entry), HttpMethod.Get, path);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_leaves_what_others_wrote_in_the_file()
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(identity.CredentialsPath))!.AsObject();
        file["somebody"] = "else's";
        await File.WriteAllTextAsync(identity.CredentialsPath, file.ToJsonString());
        var before = (identity.Admin, await CountAsync());
        var (_, client) = await identity.StartAsync();
        Assert.Equal(before, (identity.Admin, await CountAsync()));
        Assert.Equal("else's", JsonNode.Parse(await File.ReadAllTextAsync(identity.CredentialsPath))!["somebody"]!.GetValue<string>());
        using var answer = await identity.AskAsync(IdentityFixture.Basic(identity.Admin), at: client);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_removed_administrator_is_not_made_anew()
    {
        var ops = identity.ReadCredentials("ops");
        using var removed = await identity.SendAsync(identity.Admin, HttpMethod.Delete, "/clients/ops", ifMatch: "*");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await identity.StartAsync();
        Assert.Equal(ops, identity.ReadCredentials("ops"));
        using var answer = await identity.AskAsync(IdentityFixture.Basic(ops));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_services_changed_secret_is_taken_over_and_the_former_holds_for_a_while()
    {
        var former = new Credentials("membership", IdentityFixture.ServiceSecret);
        var next = new Credentials("membership", "another secret, also long enough");
        await identity.StartAsync(new() { ["Bootstrap:Services:membership"] = next.Secret });
        Assert.Equal(HttpStatusCode.OK, (await identity.AskAsync(IdentityFixture.Basic(next))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await identity.AskAsync(IdentityFixture.Basic(former))).StatusCode);
        identity.Time.Move(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await identity.AskAsync(IdentityFixture.Basic(next))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await identity.AskAsync(IdentityFixture.Basic(former))).StatusCode);
    }

    [Fact]
    public async Task A_service_may_read_journals_and_nothing_else()
    {
        var membership = new Credentials("membership", IdentityFixture.ServiceSecret);
        foreach (var (path, status) in new[] { ("/journal", HttpStatusCode.OK), ("/clients", HttpStatusCode.Forbidden), ("/audit", HttpStatusCode.Forbidden) })
        {
            using var answer = await identity.SendAsync(membership, HttpMethod.Get, path);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_secret_that_could_be_guessed_stops_the_start() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => identity.StartAsync(new() { ["Bootstrap:Services:membership"] = "short" }));

    [Fact]
    public async Task No_secret_is_in_the_database_or_its_journal()
    {
        var secrets = new[] { identity.Admin.Secret, identity.ReadCredentials("ops").Secret, IdentityFixture.ServiceSecret };
        await identity.SendAsync(identity.Admin, HttpMethod.Get, "/clients");
        foreach (var secret in secrets.Concat(secrets.Take(2).Select(secret => secret.Split('.')[1])))
            Assert.False(await DatabaseFile.ContainsAsync(identity.DatabasePath, secret));
    }

    private async Task<int> CountAsync()
    {
        var count = 0;
        await identity.InDbAsync(async db => count = await db.Clients.CountAsync() + await db.Clients.SelectMany(client => client.Secrets).CountAsync() + await db.SigningKeys.CountAsync());
        return count;
    }
}
