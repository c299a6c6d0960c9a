using Npgsql;

namespace Testing;

/// <summary>
/// A PostgreSQL cluster of our own, started once for the whole test process and ended with it: from the installed programs
/// or in a container.
/// </summary>
/// <remarks>
/// What it keeps is thrown away, so it need not survive a power cut. It sorts text as people do, and has a time zone, as an
/// operator's may: nothing may depend on either.
/// </remarks>
internal sealed class PostgresCluster(string connection) : IDatabaseServer
{
    public const string Sorting = "--encoding=UTF8 --locale=C --locale-provider=icu --icu-locale=en";
    public const string TimeZone = "America/New_York";

    private static readonly Lazy<Task<IDatabaseServer>> Shared = new(
        async () => new PostgresCluster(await (Containers.Postgres ?? InstalledPostgres.StartAsync)()));

    public static Task<IDatabaseServer> SharedAsync() => Shared.Value;

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    public async Task DropAsync(string database)
    {
        await using var open = new NpgsqlConnection(ConnectionTo("postgres"));
        await open.OpenAsync();
        await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", open);
        await drop.ExecuteNonQueryAsync();
    }
}
