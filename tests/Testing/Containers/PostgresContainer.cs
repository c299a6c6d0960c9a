using Testcontainers.PostgreSql;

namespace Testing;

internal static class PostgresContainer
{
    public static async Task<string> StartAsync()
    {
        var container = new PostgreSqlBuilder("postgres:15")
            .WithEnvironment("POSTGRES_INITDB_ARGS", PostgresCluster.Sorting)
            .WithCommand("-c", "max_connections=300").WithCommand("-c", "timezone=" + PostgresCluster.TimeZone)
            .WithCommand("-c", "fsync=off").WithCommand("-c", "synchronous_commit=off").WithCommand("-c", "full_page_writes=off")
            .Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }
}
