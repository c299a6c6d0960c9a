using System.Net;
using Identity.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Testing;

namespace Identity.Tests;

public abstract class KeyRotationTests(IdentityFixture identity) : IAsyncLifetime
{
    public sealed class OnSqlite() : KeyRotationTests(new IdentityFixture());

    public sealed class OnPostgres() : KeyRotationTests(new IdentityFixture.OnPostgres());

    [NeedsSqlServer]
    public sealed class OnSqlServer() : KeyRotationTests(new IdentityFixture.OnSqlServer());

    public Task InitializeAsync() => identity.InitializeAsync();

    public Task DisposeAsync() => identity.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_published_a_day_before_it_signs_and_the_old_until_its_last_token_is_over()
    {
        var first = Assert.Single(await PublishedAsync());
        using var rotated = await identity.SendAsync(identity.Admin, HttpMethod.Post, "/keys/rotation");
        Assert.Equal(HttpStatusCode.OK, rotated.StatusCode);
        var second = (await rotated.JsonAsync()).GetProperty("keyId").GetString()!;
        Assert.Equal("Published", (await rotated.JsonAsync()).GetProperty("state").GetString());

        Assert.Equal([first, second], await PublishedAsync());
        Assert.Equal(first, await SignedByAsync());

        identity.Time.Move(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        var last = await identity.TokenAsync(identity.Admin);
        Assert.Equal(first, new JsonWebToken(last).Kid);

        identity.Time.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(second, await SignedByAsync());
        Assert.Equal([second, first], await PublishedAsync());
        Assert.True((await ValidToken.CheckAsync(identity.Http, last, identity.Time.GetUtcNow())).IsValid);

        await KeepUpAsync(identity.Services);
        Assert.Equal([second, first], await PublishedAsync());
        identity.Time.Move(TimeSpan.FromMinutes(15));
        Assert.Equal([second], await PublishedAsync());
        await KeepUpAsync(identity.Services);
        await identity.InDbAsync(async db => Assert.Equal(second, (await db.SigningKeys.SingleAsync()).KeyId));
    }

    [Fact]
    public async Task Only_one_key_waits_at_a_time()
    {
        await identity.SendAsync(identity.Admin, HttpMethod.Post, "/keys/rotation");
        using var again = await identity.SendAsync(identity.Admin, HttpMethod.Post, "/keys/rotation");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("state-conflict", await again.ProblemAsync());
    }

    [Fact]
    public async Task The_worker_rotates_in_time()
    {
        await KeepUpAsync(identity.Services);
        Assert.Single(await PublishedAsync());
        identity.Time.Move(TimeSpan.FromDays(29) + TimeSpan.FromMinutes(1));
        await KeepUpAsync(identity.Services);
        await KeepUpAsync(identity.Services);
        Assert.Equal(2, (await PublishedAsync()).Count);
    }

    [Fact]
    public async Task Of_two_replicas_that_make_a_key_at_once_one_does()
    {
        var (other, _) = await identity.StartAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Task.Run(() => RotateAsync(n % 2 == 0 ? identity.Services : other.Services))));
        Assert.Single(made, key => key is not null);
        Assert.Equal(2, (await PublishedAsync()).Count);
    }

    [Fact]
    public async Task Of_two_replicas_that_make_the_first_key_at_once_one_does()
    {
        var (other, _) = await identity.StartAsync();
        await identity.InDbAsync(db => db.SigningKeys.ExecuteDeleteAsync());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => EnsureAsync(n % 2 == 0 ? identity.Services : other.Services))));
        await identity.InDbAsync(async db => Assert.Equal(1, await db.SigningKeys.CountAsync()));
    }

    [Fact]
    public async Task A_restart_and_another_replica_sign_with_the_same_key()
    {
        var before = await SignedByAsync();
        var (_, client) = await identity.StartAsync();
        using var answer = await identity.AskAsync(IdentityFixture.Basic(identity.Admin), at: client);
        Assert.Equal(before, new JsonWebToken((await answer.JsonAsync()).GetProperty("access_token").GetString()).Kid);
    }

    [Fact]
    public async Task The_private_key_is_nowhere_in_clear_and_its_ring_is_for_the_owner_alone()
    {
        var ring = Path.Combine(identity.Folder, "keys");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(ring));
        Assert.All(System.IO.Directory.GetFiles(ring), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        await identity.InDbAsync(async db =>
        {
            var key = await db.SigningKeys.SingleAsync();
            using var plain = System.Security.Cryptography.ECDsa.Create();
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => plain.ImportPkcs8PrivateKey(key.ProtectedPrivateKey, out _));
        });
    }

    [Fact]
    public async Task A_lost_key_ring_is_mended_by_a_new_key_when_the_service_is_migrated()
    {
        var before = await SignedByAsync();
        var (_, client) = await identity.StartAsync(new() { ["Identity:KeyRing"] = Path.Combine(identity.Folder, "other-keys") });
        using var answer = await identity.AskAsync(IdentityFixture.Basic(identity.Admin), at: client);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(before, new JsonWebToken((await answer.JsonAsync()).GetProperty("access_token").GetString()).Kid);
    }

    private async Task<string> SignedByAsync() => new JsonWebToken(await identity.TokenAsync(identity.Admin)).Kid;

    private async Task<List<string>> PublishedAsync()
    {
        // What is in memory is at most a few seconds old.
        identity.Time.Move(TimeSpan.FromSeconds(16));
        using var answer = await identity.Http.GetAsync(new Uri("/.well-known/jwks.json", UriKind.Relative));
        return [.. (await answer.JsonAsync()).GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private static async Task<SigningKey?> RotateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeyRotation>().RotateAsync("test", CancellationToken.None);
    }

    private static async Task EnsureAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeyRotation>().EnsureKeyAsync(CancellationToken.None);
    }

    private static async Task KeepUpAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeyRotation>().KeepUpAsync(CancellationToken.None);
    }
}
