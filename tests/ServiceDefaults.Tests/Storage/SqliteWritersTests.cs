using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Tests.Host;
using Xunit;

namespace ServiceDefaults.Tests.Storage;

/// <summary>Writers of one SQLite file are served in the order they came, hold no thread while they wait, and never lose their place for good.</summary>
public sealed class SqliteWritersTests(ShelfHost host) : IClassFixture<ShelfHost>
{
    private const int Writers = 200;

    [Fact]
    public async Task Writers_are_served_in_the_order_they_came_and_wait_without_a_thread()
    {
        var order = new List<int>();
        var waiting = new List<Task>();
        await InTransactionAsync(async _ =>
        {
            for (var writer = 0; writer < Writers; writer++)
            {
                var number = writer;
                waiting.Add(InTransactionAsync(_ => { order.Add(number); return Task.CompletedTask; }));
            }

            // Were each of them asleep on a thread of the pool, the pool could not do this at once.
            await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => { }))).WaitAsync(TimeSpan.FromSeconds(5));
            Assert.Empty(order);
        });

        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, Writers), order);
    }

    [Fact]
    public async Task A_transaction_that_is_only_left_gives_the_turn_to_the_next()
    {
        await host.InDatabaseAsync(async db => await (await db.Database.BeginTransactionAsync()).DisposeAsync());
        await host.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("this is no statement"));
        });
        await WriteAsync("After the others left").WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_statement_that_fails_by_itself_gives_the_turn_to_the_next()
    {
        await host.InDatabaseAsync(async db => await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("UPDATE Nowhere SET Nothing = 1")));
        await WriteAsync("After a failure").WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_save_that_fails_gives_the_turn_to_the_next_though_its_connection_stays_open()
    {
        await host.InDatabaseAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var book = new Book("Twice", Cover.Soft);
            db.Books.Add(book);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            db.Books.AddRange(book, new Book("Beside it", Cover.Soft));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            await WriteAsync("After a failed save").WaitAsync(TimeSpan.FromSeconds(5));
        });
    }

    [Fact]
    public async Task Whoever_hangs_up_while_waiting_leaves_the_queue()
    {
        using var hangUp = new CancellationTokenSource();
        var gone = Task.CompletedTask;
        await InTransactionAsync(async _ =>
        {
            gone = host.InDatabaseAsync(async db => await db.Database.BeginTransactionAsync(hangUp.Token));
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        });
        await WriteAsync("After somebody hung up").WaitAsync(TimeSpan.FromSeconds(5));
    }

    private Task WriteAsync(string title) => InTransactionAsync(async db =>
    {
        db.Books.Add(new Book(title, Cover.Soft));
        await db.SaveChangesAsync();
    });

    private Task InTransactionAsync(Func<ShelfDb, Task> work) => host.InDatabaseAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await work(db);
        await transaction.CommitAsync();
    });
}
