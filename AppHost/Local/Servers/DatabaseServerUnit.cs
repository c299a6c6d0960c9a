using AppHost.Local.Model;
using AppHost.Local.Running;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Servers;

/// <summary>What stands in for SQL Server: nothing to run for SQLite, a cluster for PostgreSQL.</summary>
internal sealed class DatabaseServerUnit(SqlServerServerResource server, RunContext context) : Unit(server, context)
{
    private Keeper? _keeper;

    public override bool IsServer => true;

    public override string Address => server.IsNeeded ? $"PostgreSQL on 127.0.0.1:{server.Tcp.Ports[0]}" : $"{server.Provider}";

    public PostgresCluster? Cluster { get; private set; }

    public override async Task StartAsync()
    {
        if (server.IsNeeded)
        {
            Cluster = new PostgresCluster(server, Context.Data.InRoot("postgres"));
            await Cluster.PrepareAsync(Context.Stopping);
            _keeper = new Keeper(Name, Cluster.Spec, Cluster.AcceptsConnectionsAsync, Context);
            await _keeper.StartAsync();
            foreach (var database in server.Databases.Where(database => database.Existing is null))
                await Cluster.CreateDatabaseAsync(database.DatabaseName, Context.Stopping);
        }

        IsReady(server.IsNeeded ? "ready" : "not needed");
    }

    public override Task StopAsync() => _keeper?.StopAsync(TimeSpan.FromSeconds(3)) ?? Task.CompletedTask;
}

/// <summary>One database: there as soon as its server is.</summary>
internal sealed class DatabaseUnit(SqlServerDatabaseResource database, RunContext context) : Unit(database, context)
{
    public override IEnumerable<Resource> Needs => [database.Parent];

    public override string Address => database switch
    {
        { Existing: not null } => "by its connection string",
        { Parent.Provider: DatabaseProvider.Sqlite } => database.File,
        _ => $"database {database.DatabaseName}",
    };

    public override Task StartAsync()
    {
        IsReady(database.Existing is null ? "ready" : "given");
        return Task.CompletedTask;
    }

    public override Task StopAsync() => Task.CompletedTask;
}
