using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
                break;
            case DatabaseProvider.SqlServer:
                options.UseSqlServer(connection, server =>
                {
                    server.EnableRetryOnFailure();
                    if (settings.MaxBatchSize is { } size) server.MaxBatchSize(size);
                });
                break;
            case DatabaseProvider.Postgres:
                options.UseNpgsql(connection, postgres =>
                {
                    postgres.EnableRetryOnFailure();
                    if (settings.MaxBatchSize is { } size) postgres.MaxBatchSize(size);
                });
                break;
            default:
                throw new InvalidOperationException($"Database:Provider {settings.Provider} is unknown.");
        }
    }

    /// <summary>SQLite makes the file but not its folder.</summary>
    private static string WithFolder(string connection)
    {
        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource);
        if (!string.IsNullOrEmpty(folder)) Directory.CreateDirectory(folder);
        return connection;
    }
}
