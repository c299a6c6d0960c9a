using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging.Relay;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Storage;

/// <summary>One replica relays at a time, by a single row that is compared and set.</summary>
public abstract class LeaseTests(ShelfHost host) : IAsyncLifetime
{
    public sealed class OnSqlite(ShelfHost host) : LeaseTests(host), IClassFixture<ShelfHost>;

    public sealed class OnPostgres(ShelfHost.OnPostgres host) : LeaseTests(host), IClassFixture<ShelfHost.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(ShelfHost.OnSqlServer host) : LeaseTests(host), IClassFixture<ShelfHost.OnSqlServer>;

    public Task InitializeAsync() => ExpireAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Of_many_that_reach_for_it_one_has_it_and_keeps_it()
    {
        var holders = Enumerable.Range(0, 8).Select(_ => new RelayLeaseHolder()).ToList();
        var held = await ReachAsync(holders);
        Assert.Single(held, holds => holds);
        Assert.Equal(held, await ReachAsync(holders));
        Assert.False(await HoldAsync(new RelayLeaseHolder()));
    }

    [Fact]
    public async Task Once_it_expired_one_takes_it_over_and_the_old_holder_cannot_renew()
    {
        var old = new RelayLeaseHolder();
        Assert.True(await HoldAsync(old));
        await ExpireAsync();
        Assert.Single(await ReachAsync(Enumerable.Range(0, 8).Select(_ => new RelayLeaseHolder())), holds => holds);
        await host.InDatabaseAsync(async db => Assert.False(await old.RenewAsync(db, default)));
        Assert.False(await HoldAsync(old));
    }

    [Fact]
    public async Task Given_back_it_is_free_at_once()
    {
        var (first, second) = (new RelayLeaseHolder(), new RelayLeaseHolder());
        Assert.True(await HoldAsync(first));
        await host.InDatabaseAsync(db => first.ReleaseAsync(db, default));
        Assert.True(await HoldAsync(second));
        await host.InDatabaseAsync(db => first.ReleaseAsync(db, default));
        Assert.False(await HoldAsync(first));
    }

    [Fact]
    public async Task A_renewal_keeps_others_out_until_its_transaction_ends()
    {
        var old = new RelayLeaseHolder();
        Assert.True(await HoldAsync(old));
        await ExpireAsync();
        await host.InDatabaseAsync(db => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var numbering = await db.Database.BeginTransactionAsync();
            Assert.True(await old.RenewAsync(db, default));
            var other = Task.Run(() => HoldAsync(new RelayLeaseHolder()));
            // It waits for us; how long we let it try decides only how sure we are that it did.
            Assert.NotSame(other, await Task.WhenAny(other, Task.Delay(TimeSpan.FromMilliseconds(300))));
            await numbering.CommitAsync();
            Assert.False(await other);
        }));
    }

    private async Task<bool> HoldAsync(RelayLeaseHolder holder)
    {
        var held = false;
        await host.InDatabaseAsync(async db => held = await holder.HoldAsync(db, default));
        return held;
    }

    private Task<bool[]> ReachAsync(IEnumerable<RelayLeaseHolder> holders) =>
        Task.WhenAll(holders.Select(holder => Task.Run(() => HoldAsync(holder))));

    private Task ExpireAsync() => host.InDatabaseAsync(db => db.RelayLeases.ExecuteUpdateAsync(
        set => set.SetProperty(lease => lease.ExpiresAt, DateTimeOffset.UtcNow - TimeSpan.FromMilliseconds(1))));
}
