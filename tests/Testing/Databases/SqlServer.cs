using Microsoft.Data.SqlClient;
using ServiceDefaults.Storage;

namespace Testing;

/// <summary>A running SQL Server: the one that <c>TEST_SQLSERVER</c> leads to, or else one in a container where that is possible.</summary>
internal sealed class SqlServer(string connection) : IDatabaseServer
{
    private const string Setting = "TEST_SQLSERVER";
    private static readonly Lazy<Task<IDatabaseServer>> Shared = new(StartAsync);

    private static string? Given => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given ? given : null;

    public static Task<IDatabaseServer> SharedAsync() => Shared.Value;

    /// <returns>One sentence, or null where tests can run on it.</returns>
    public static string? WhyNot() =>
        SqlServerPackage.WhyUnusable() is not null ? $"the package {SqlServerPackage.Name} is not on this feed"
        : Given is null && Containers.SqlServer is null ? $"{Setting} gives no connection string, and there is no container for it"
        : null;

    public string ConnectionTo(string database) => new SqlConnectionStringBuilder(connection) { InitialCatalog = database }.ConnectionString;

    public async Task DropAsync(string database)
    {
        await using var open = new SqlConnection(ConnectionTo("master"));
        await open.OpenAsync();
        await using var drop = open.CreateCommand();
        drop.CommandText = $"IF DB_ID('{database}') IS NOT NULL BEGIN ALTER DATABASE [{database}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{database}] END";
        await drop.ExecuteNonQueryAsync();
    }

    private static async Task<IDatabaseServer> StartAsync() => new SqlServer(Given ?? await Containers.SqlServer!());
}
