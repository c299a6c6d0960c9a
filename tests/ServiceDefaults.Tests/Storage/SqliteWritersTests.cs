using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ServiceDefaults.Storage;
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

    [Fact]
    public async Task A_transaction_that_is_only_left_gives_the_turn_to_the_next_though_its_connection_stays_open()
    {
        await host.InDatabaseAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await (await db.Database.BeginTransactionAsync()).DisposeAsync();
            await WriteAsync("After one left it open").WaitAsync(TimeSpan.FromSeconds(5));
            using (await db.Database.BeginTransactionAsync()) await db.Books.Where(book => book.Title == "Nobody's").ExecuteDeleteAsync();
            await WriteAsync("After another left").WaitAsync(TimeSpan.FromSeconds(5));
            // The connection itself takes its turns as before.
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Books.ExecuteDeleteAsync();
            await transaction.CommitAsync();
        });
        await WriteAsync("After all of them").WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_statement_that_is_cancelled_gives_the_turn_to_the_next_though_its_connection_stays_open()
    {
        using var hangUp = new CancellationTokenSource();
        await using var db = await WithAsync(new HangUp(hangUp));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Books.ExecuteDeleteAsync(hangUp.Token));
        await WriteAsync("After a cancelled one").WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_transaction_that_cannot_begin_gives_the_turn_to_the_next_though_its_connection_stays_open()
    {
        using var hangUp = new CancellationTokenSource();
        await using var db = await WithAsync();
        await using var raw = db.Database.GetDbConnection().CreateCommand();
        raw.CommandText = "BEGIN";
        await raw.ExecuteNonQueryAsync();
        // SQLite begins none within another.
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.BeginTransactionAsync());
        raw.CommandText = "ROLLBACK";
        await raw.ExecuteNonQueryAsync();
        await WriteAsync("After one that never was").WaitAsync(TimeSpan.FromSeconds(5));
    }

    /// <summary>Somebody who holds a connection to the same file open.</summary>
    private async Task<ShelfDb> WithAsync(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<SqliteShelfDb>();
        options.UseProvider(new DatabaseSettings { Provider = DatabaseProvider.Sqlite }, host.App.Configuration.GetConnectionString("shelf")!);
        var db = new SqliteShelfDb(options.AddInterceptors(interceptors).Options);
        await db.Database.OpenConnectionAsync();
        return db;
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

    /// <summary>Hangs up when the turn has been taken, just before the statement runs.</summary>
    private sealed class HangUp(CancellationTokenSource source) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await source.CancelAsync();
            return result;
        }
    }
}
