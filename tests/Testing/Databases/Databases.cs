using ServiceDefaults.Storage;

namespace Testing;

/// <summary>
/// Where a fixture's services keep what they keep: on one provider, a database for each service, which the service itself
/// makes when it migrates. All of it is gone with the fixture.
/// </summary>
public abstract class Databases : IAsyncDisposable
{
    public abstract DatabaseProvider Provider { get; }

    public static Databases On(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteFiles(),
        DatabaseProvider.Postgres => new ServerDatabases(provider, PostgresCluster.SharedAsync),
        _ => new ServerDatabases(provider, SqlServer.SharedAsync),
    };

    /// <summary>The connection string of a service's database; for the same service the same again.</summary>
    public abstract Task<string> ConnectionAsync(string service);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A server that tests share; each takes databases of its own.</summary>
internal interface IDatabaseServer
{
    string ConnectionTo(string database);

    Task DropAsync(string database);
}
