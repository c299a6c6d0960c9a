using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.Storage;

/// <summary>
/// Sees to it that what is deleted or changed for good is also gone from the database's files: the bytes of a row that is
/// gone would stay until something happens to be written over them. In SQLite's file they are overwritten by the save
/// itself, and its log is cut off behind it. PostgreSQL keeps each version of a row, and leaves a table that changes little as
/// it is: it is written anew. What PostgreSQL and SQL Server keep in their logs, and SQL Server in its pages until they
/// are used again, is for whoever runs them (docs/adr/0012).
/// </summary>
internal sealed partial class Erasure(IServiceScopeFactory scopes, ILogger<Erasure> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Type, bool> asked = new();
    private readonly Channel<bool> requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Deletes it with the next save, and erases it behind that.</summary>
    public void Remove(MembershipDb db, object entity)
    {
        BehindSave(db, entity.GetType());
        db.Remove(entity);
    }

    /// <summary>Erases what the next save changes in these tables.</summary>
    public void BehindSave(MembershipDb db, params Type[] entities) => db.SavedChanges += (_, _) => Ask(entities);

    /// <summary>Erases what was deleted or changed in these tables just now.</summary>
    public void Ask(params Type[] entities)
    {
        foreach (var entity in entities) asked[entity] = true;
        requests.Writer.TryWrite(true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a process that was killed had still to do.
        Ask(typeof(Seats.SurvivorStatus), typeof(Pulse.PulseRound), typeof(Pulse.PulseTally), typeof(Pulse.PulseTokenGiven), typeof(Pulse.PulseTokenUsed));
        await foreach (var _ in requests.Reader.ReadAllAsync(stoppingToken))
        {
            var entities = asked.Keys.ToArray();
            foreach (var entity in entities) asked.TryRemove(entity, out var _);
            while (!await EraseAsync(entities, stoppingToken)) await Task.Delay(Again, stoppingToken);
            // Once more: a request that is repeatable commits a moment after its save.
            await Task.Delay(Again, stoppingToken);
            while (!await EraseAsync(entities, stoppingToken)) await Task.Delay(Again, stoppingToken);
        }
    }

    /// <summary>False where somebody is in the way: then it is tried again.</summary>
    private async Task<bool> EraseAsync(Type[] entities, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
            if (db.Database.IsSqlite()) return await TakeLogOverAsync(db, cancellationToken);
            if (db.Database.IsNpgsql()) await WriteAnewAsync(db, entities, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failed(exception.GetType().Name);
            return false;
        }
    }

    /// <summary>Takes SQLite's log over into the file and cuts it off; false while somebody still reads in it.</summary>
    private static async Task<bool> TakeLogOverAsync(MembershipDb db, CancellationToken cancellationToken)
    {
        // A connection without patience: whoever waits here for readers holds up every writer meanwhile.
        var settings = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        await using var connection = new SqliteConnection(settings.ToString());
        await connection.OpenAsync(cancellationToken);
        return await AskAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken) is 0L;
    }

    /// <summary>
    /// They are small tables. A row that somebody else's snapshot still holds would be copied along: so first until all
    /// snapshots are younger than what was asked for. Whoever holds a table is not waited for, lest others queue behind us.
    /// </summary>
    private static async Task WriteAnewAsync(MembershipDb db, Type[] entities, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        await AskAsync(connection, "SET lock_timeout = '500ms'", cancellationToken);
        var from = (string)(await AskAsync(connection, "SELECT pg_current_xact_id()::text", cancellationToken))!;
        while (await AskAsync(
            connection,
            $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND age(backend_xmin) > age('{from}'::xid8::xid)",
            cancellationToken) is not 0L)
        {
            await Task.Delay(Again, cancellationToken);
        }

        foreach (var entity in entities)
            await AskAsync(connection, $"VACUUM (FULL) \"{db.Model.FindEntityType(entity)!.GetTableName()}\"", cancellationToken);
    }

    private static async Task<object?> AskAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // nothing in it is anybody's input
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deleted rows could not be erased yet ({Error}); it is tried again.")]
    private partial void Failed(string error);
}
