using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.Storage;

/// <summary>
/// How each database's files are rid of what was deleted or changed. In SQLite's file it is overwritten by the save
/// itself, and its log is cut off behind it. PostgreSQL keeps each version of a row, and leaves a table that changes little as
/// it is: it is written anew. What PostgreSQL and SQL Server keep in their logs, and SQL Server in its pages until they
/// are used again, is for whoever runs them (docs/adr/0012).
/// </summary>
internal static class DatabaseFiles
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>False where somebody is in the way.</summary>
    public static async Task<bool> EraseAsync(this MembershipDb db, Type[] entities, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite()) return await TakeLogOverAsync(db, cancellationToken);
        if (db.Database.IsNpgsql()) await WriteAnewAsync(db, entities, cancellationToken);
        return true;
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
}
