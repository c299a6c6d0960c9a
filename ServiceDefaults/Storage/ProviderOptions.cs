using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceDefaults.Storage;

internal static class ProviderOptions
{
    public static void UseProvider(this DbContextOptionsBuilder options, DatabaseSettings settings, string connection)
    {
        switch (settings.Provider)
        {
            case DatabaseProvider.Sqlite:
                options.UseSqlite(WithFolder(connection), sqlite => { if (settings.MaxBatchSize is { } size) sqlite.MaxBatchSize(size); });
                options.AddInterceptors(new SqlitePragmas(settings.Synchronous), new SqliteWriters());
                SqliteWriters.Follow(options);
                break;
            case DatabaseProvider.SqlServer:
                options.UseSqlServer(connection, server =>
                {
                    server.EnableRetryOnFailure();
                    if (settings.MaxBatchSize is { } size) server.MaxBatchSize(size);
                });
                break;
            case DatabaseProvider.Postgres:
                options.UseNpgsql(WithPatience(connection), postgres =>
                {
                    postgres.EnableRetryOnFailure();
                    if (settings.MaxBatchSize is { } size) postgres.MaxBatchSize(size);
                });
                break;
            default:
                throw new InvalidOperationException($"Database:Provider {settings.Provider} is unknown.");
        }
    }

    /// <summary>
    /// A process that dies lets go of its locks; one that freezes in the middle of a transaction (a paused machine) would keep
    /// them, the relay's lease and the audit's head among them. The server ends its session instead.
    /// </summary>
    private static string WithPatience(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (string.IsNullOrEmpty(settings.Options)) settings.Options = "-c idle_in_transaction_session_timeout=15s";
        return settings.ConnectionString;
    }

    /// <summary>SQLite makes the file but not its folder.</summary>
    private static string WithFolder(string connection)
    {
        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource);
        if (!string.IsNullOrEmpty(folder)) Directory.CreateDirectory(folder);
        return connection;
    }
}
