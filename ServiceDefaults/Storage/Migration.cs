using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ServiceDefaults.Storage;

/// <summary>Brings a database to the model, also where two processes do it at once or one before was killed at it.</summary>
internal static class Migration
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Any number, the same for all who migrate; on PostgreSQL such locks are of one database.</summary>
    private const long Turn = 4_700_100_001;

    public static async Task ApplyAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        await using var turn = await TakeTurnAsync(db, cancellationToken);
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (DbException exception) when (IsMadeElsewhere(exception))
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    private static async Task<IAsyncDisposable?> TakeTurnAsync(ServiceDb db, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() ? await TakeFileAsync(db, cancellationToken)
        : db.Database.IsNpgsql() ? await TakeDatabaseAsync(db, cancellationToken)
        : null;

    /// <summary>
    /// On PostgreSQL EF's lock ends with each migration's transaction, while what is to be applied was counted before the
    /// first: who waits takes the lock between two of them and applies the next, and its first owner then does so again and
    /// fails. Ours is held from before the counting to the end, and ends with its connection.
    /// </summary>
    private static async Task<NpgsqlConnection> TakeDatabaseAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var database = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await database.ExistsAsync(cancellationToken)) await database.CreateAsync(cancellationToken);
        }
        catch (DbException exception) when (IsMadeElsewhere(exception))
        {
            // There it is.
        }

        // Not of the pool: closed is gone, and the lock with it.
        var own = (NpgsqlConnection)db.Database.GetDbConnection();
        var settings = new NpgsqlConnectionStringBuilder(own.ConnectionString) { Pooling = false };
        var connection = await own.CloneWithAsync(settings.ConnectionString, cancellationToken);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({Turn})", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Both saw that there was no database, and the other was first to make it.</summary>
    private static bool IsMadeElsewhere(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DuplicateDatabase } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pg_database_datname_index" } => true,
        SqlException { Number: 1801 } => true,
        _ => false,
    };

    /// <summary>
    /// On SQLite EF's lock is a row, which a process that is killed leaves behind for ever. Ours is the system's lock on a
    /// file, which ends with its process; whoever holds it knows that a row is left over.
    /// </summary>
    private static async Task<FileStream?> TakeFileAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (file is "" or ":memory:") return null;

        var turn = await LockAsync($"{file}.migrating", cancellationToken);
        if (File.Exists(file)) await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        return turn;
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
