using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceDefaults.Storage;

/// <summary>Brings a database to the model, also where two processes do it at once or one before was killed at it.</summary>
internal static class Migration
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task ApplyAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        await using var turn = db.Database.IsSqlite() ? await TakeTurnAsync(db, cancellationToken) : null;
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (DbException exception) when (IsMadeElsewhere(exception))
        {
            await db.Database.MigrateAsync(cancellationToken);
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
    private static async Task<FileStream?> TakeTurnAsync(ServiceDb db, CancellationToken cancellationToken)
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
