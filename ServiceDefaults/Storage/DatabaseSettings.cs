namespace ServiceDefaults.Storage;

/// <summary>The databases a service can keep its data in.</summary>
public enum DatabaseProvider { Sqlite, SqlServer, Postgres }

/// <summary>Configuration section <c>Database</c>.</summary>
public sealed class DatabaseSettings
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Statements sent in one round trip; the provider's own default where not set.</summary>
    public int? MaxBatchSize { get; init; }

    /// <summary>
    /// SQLite only. <c>Full</c> (default) survives power loss at every commit; <c>Normal</c> may lose the last commits, and is
    /// right only for a projection that can be rebuilt.
    /// </summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;
}

/// <summary>What SQLite waits for at a commit.</summary>
public enum SqliteSynchronous { Full, Normal }
