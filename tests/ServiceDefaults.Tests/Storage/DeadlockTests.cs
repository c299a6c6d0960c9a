using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Storage;

/// <summary>Two that wait for each other: the server gives one up, and it is done again. On SQLite nobody can: there is one writer.</summary>
public abstract class DeadlockTests(ShelfHost host)
{
    public sealed class OnPostgres(ShelfHost.OnPostgres host) : DeadlockTests(host), IClassFixture<ShelfHost.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(ShelfHost.OnSqlServer host) : DeadlockTests(host), IClassFixture<ShelfHost.OnSqlServer>;

    [Fact]
    public async Task Both_are_done_in_the_end()
    {
        Book[] books = [new("Deadlock 1", Cover.Hard), new("Deadlock 2", Cover.Hard)];
        await host.InDatabaseAsync(db =>
        {
            db.AddRange(books);
            return db.SaveChangesAsync();
        });
        using var bothHoldOne = new Barrier(2);
        var runs = await Task.WhenAll(
            Task.Run(() => RaiseAsync(bothHoldOne, books[0].Id, books[1].Id)), Task.Run(() => RaiseAsync(bothHoldOne, books[1].Id, books[0].Id)));

        Assert.Equal(3, runs.Sum());
        await host.InDatabaseAsync(async db =>
        {
            var ids = books.Select(book => book.Id).ToList();
            Assert.Equal([3, 3], await db.Books.Where(book => ids.Contains(book.Id)).Select(book => book.Version).ToListAsync());
        });
    }

    /// <returns>How often it was tried.</returns>
    private async Task<int> RaiseAsync(Barrier bothHoldOne, Guid first, Guid second)
    {
        var tries = 0;
        await host.InDatabaseAsync(db => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            tries++;
            await using var transaction = await db.Database.BeginTransactionAsync();
            await RaiseAsync(db, first);
            if (tries == 1) Assert.True(bothHoldOne.SignalAndWait(TimeSpan.FromSeconds(30)));
            await RaiseAsync(db, second);
            await transaction.CommitAsync();
        }));
        return tries;
    }

    private static Task<int> RaiseAsync(ShelfDb db, Guid id) => db.Books.Where(book => book.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(book => book.Version, book => book.Version + 1));
}
