using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServiceDefaults.Storage;

/// <summary>
/// Once for each connection to the file: readers never block the writer (WAL), a commit is on disk when it returns, and a
/// busy file is waited for inside SQLite, which tries again within milliseconds (the client library's own wait sleeps
/// 150 ms at a time). The log is taken over into the file every 16 MB instead of every 4: what is written again and again
/// goes there once, and commits wait for it less often. What is deleted is overwritten: who asks to be forgotten is not
/// found in the file's free pages.
/// </summary>
internal sealed class SqlitePragmas(SqliteSynchronous synchronous) : DbConnectionInterceptor
{
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Pooled connections are opened again and again; what was set stays with the handle.</summary>
    private static readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> Prepared = [];

    private readonly string pragmas = string.Create(CultureInfo.InvariantCulture,
        $"PRAGMA busy_timeout = {BusyTimeout.TotalMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON; PRAGMA synchronous = {(synchronous == SqliteSynchronous.Full ? "FULL" : "NORMAL")};");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Prepared.TryGetValue(HandleOf(connection), out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
        Prepared.AddOrUpdate(HandleOf(connection), this);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Prepared.TryGetValue(HandleOf(connection), out _)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Prepared.AddOrUpdate(HandleOf(connection), this);
    }

    private static SQLitePCL.sqlite3 HandleOf(DbConnection connection) => ((SqliteConnection)connection).Handle!;
}
