using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServiceDefaults.Storage;

/// <summary>
/// Writers of one SQLite file take turns, first come first served, and wait without a thread. SQLite itself lets a writer
/// sleep and try again: under load the unlucky one waits for seconds, and each sleeper holds a thread. Other processes'
/// writers are still waited for inside SQLite.
/// </summary>
internal sealed class SqliteWriters : DbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>As long as SQLite itself would wait.</summary>
    private static readonly TimeSpan Patience = SqlitePragmas.BusyTimeout;

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new();
    private static readonly ConditionalWeakTable<DbConnection, SemaphoreSlim> Turns = [];

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await TakeAsync(connection, cancellationToken);
        try
        {
            // Begun here, for nothing tells of one that could not begin.
            return InterceptionResult<DbTransaction>.SuppressWithResult(await connection.BeginTransactionAsync(eventData.IsolationLevel, cancellationToken));
        }
        catch
        {
            Leave(connection);
            throw;
        }
    }

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Take(connection);
        try
        {
            return InterceptionResult<DbTransaction>.SuppressWithResult(connection.BeginTransaction(eventData.IsolationLevel));
        }
        catch
        {
            Leave(connection);
            throw;
        }
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.Context!.Database.GetDbConnection());

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context!.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.Context!.Database.GetDbConnection());

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context!.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    /// <summary>A transaction that ended in any other way: it failed, its connection was lost.</summary>
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    /// <summary>
    /// A transaction that is only disposed, as a save's own is when it fails; and where somebody holds the connection open,
    /// that does not close. No interceptor is told of it, only the log.
    /// </summary>
    public static void Follow(DbContextOptionsBuilder options) => options.LogTo(
        static (id, _) => id == RelationalEventId.TransactionDisposed,
        static data =>
        {
            if (data is TransactionEventData { Context: { } context, TransactionId: var id } && (context.Database.CurrentTransaction?.TransactionId ?? id) == id)
                Leave(context.Database.GetDbConnection());
        });

    /// <summary>A single statement that is its own transaction.</summary>
    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null) await TakeAsync(command.Connection!, cancellationToken);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null) Leave(command.Connection!);
        return ValueTask.FromResult(result);
    }

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null) Leave(command.Connection!);
        return Task.CompletedTask;
    }

    /// <summary>Cancelled while it ran, its turn already taken.</summary>
    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null) Leave(command.Connection!);
        return Task.CompletedTask;
    }

    private static async ValueTask TakeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var queue = QueueOf(connection);
        if (!await queue.WaitAsync(Patience, cancellationToken)) throw Busy();
        Turns.Add(connection, queue);
    }

    private static void Take(DbConnection connection)
    {
        var queue = QueueOf(connection);
        if (!queue.Wait(Patience)) throw Busy();
        Turns.Add(connection, queue);
    }

    private static void Leave(DbConnection connection)
    {
        if (Turns.TryGetValue(connection, out var queue) && Turns.Remove(connection)) queue.Release();
    }

    private static SemaphoreSlim QueueOf(DbConnection connection) => Queues.GetOrAdd(connection.DataSource, _ => new SemaphoreSlim(1));

    private static SqliteException Busy() => new("The database is busy.", 5);
}
