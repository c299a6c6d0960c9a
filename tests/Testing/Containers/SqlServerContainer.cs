using Testcontainers.MsSql;

namespace Testing;

internal static class SqlServerContainer
{
    public static async Task<string> StartAsync()
    {
        var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }
}
