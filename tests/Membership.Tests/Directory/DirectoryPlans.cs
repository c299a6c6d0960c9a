using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using ServiceDefaults.Storage;
using Testing;

namespace Membership.Tests.Searching;

/// <summary>A Membership of its own with a large directory, and how its database answers what the service asks of it.</summary>
public abstract class DirectoryPlans : MembershipService
{
    /// <summary>Plans show how rows are looked for, however many there are; so many that each query finds a page and more.</summary>
    public const int Agencies = 600;
    public const int Representatives = 1800;
    public const int Each = Representatives / Agencies;

    private readonly ConcurrentQueue<(string Text, List<(string Name, object? Value)> Parameters)> asked = new();
    private IDisposable? listening;
    private ActivityTraceId watched;

    private protected DirectoryPlans(DatabaseProvider provider)
        : base(provider)
    {
    }

    public Scene Scene { get; private set; } = null!;

    public Guid TaskForce { get; private set; }

    public Guid Agency { get; private set; }

    /// <summary>A task force with a protocol in force.</summary>
    public Guid Routed { get; private set; }

    public override async Task InitializeAsync()
    {
        // Before anything is asked: a context that finds nobody listening asks again only after a second.
        listening = DiagnosticListener.AllListeners.Subscribe(new Watch<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.EntityFrameworkCore") listener.Subscribe(new Watch<KeyValuePair<string, object?>>(Note));
        }));
        await base.InitializeAsync();
        Scene = await Scene.StartAsync(this);
        var (taskForce, agency) = await Scene.MemberAsync();
        (TaskForce, Agency) = (taskForce.Id, agency.Id);
        await Scene.SeatAsync(TaskForce, Agency);
        await using var connection = Open();
        var directory = new LargeDirectory(connection, Scene.Hub);
        await directory.SeedAsync(Agencies, Representatives);
        Routed = await LargeProtocol.SeedAsync(directory, Scene.Hub);
    }

    public override async Task DisposeAsync()
    {
        listening?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>How many queries a request makes.</summary>
    public async Task<int> CountAsync(Func<Task<HttpResponseMessage>> request)
    {
        using var followed = Follow();
        asked.Clear();
        using var answer = await request();
        watched = default;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return asked.Count;
    }

    /// <summary>Nothing is read whole: no table, and no index without a condition.</summary>
    /// <param name="orIndex">An index may be: where so much of a small table is asked for at once that this is cheaper.</param>
    public void AssertNoScan(IReadOnlyList<string> plan, bool orIndex = false)
    {
        Assert.NotEmpty(plan);
        Assert.True(Scans.In(plan, Provider, orIndex).Count == 0, string.Join('\n', plan));
    }

    /// <summary>The plans of the queries on these tables that a request makes, a line each step.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task<HttpResponseMessage>> request, params string[] tables)
    {
        using var followed = Follow();
        asked.Clear();
        using var answer = await request();
        watched = default;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        var plans = new List<string>();
        await using var connection = Open();
        // A small table, or an index of it, is cheaper read whole, and cheapest for a join of all with all. With that forbidden,
        // whatever still is read whole has no index to be found by.
        if (Provider == DatabaseProvider.Postgres)
        {
            foreach (var cheap in new[] { "seqscan", "bitmapscan", "hashjoin", "mergejoin" }) await RunAsync(connection, $"SET enable_{cheap} = off");
        }

        foreach (var (text, parameters) in asked.Where(query => tables.Any(table => query.Text.Contains($"\"{table}\"", StringComparison.Ordinal)) && query.Text.StartsWith("SELECT", StringComparison.Ordinal)))
        {
            await using var explain = connection.CreateCommand();
            explain.CommandText = (Provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + text;
            foreach (var (name, value) in parameters)
            {
                var parameter = explain.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                explain.Parameters.Add(parameter);
            }

            await using var reader = await explain.ExecuteReaderAsync();
            while (await reader.ReadAsync()) plans.Add(reader.GetString(Provider == DatabaseProvider.Sqlite ? 3 : 0));
        }

        return plans;
    }

    private DbConnection Open()
    {
        var address = Provided.GetRequiredService<IConfiguration>().GetConnectionString("membership");
        DbConnection connection = Provider == DatabaseProvider.Sqlite ? new SqliteConnection(address) : new NpgsqlConnection(address);
        connection.Open();
        return connection;
    }

    private static async Task RunAsync(DbConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What a service does by itself is told apart from what is asked by the trace that a request carries along.</summary>
    private Activity Follow()
    {
        var activity = new Activity("query plan").SetIdFormat(ActivityIdFormat.W3C).Start();
        watched = activity.TraceId;
        return activity;
    }

    private void Note(KeyValuePair<string, object?> told)
    {
        if (Activity.Current?.TraceId != watched || told.Value is not CommandExecutedEventData { Context: Membership.Storage.MembershipDb } executed) return;
        var command = executed.Command;
        asked.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
    }

    private sealed class Watch<T>(Action<T> next) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => next(value);
    }

    public sealed class InSqlite() : DirectoryPlans(DatabaseProvider.Sqlite);

    public sealed class InPostgres() : DirectoryPlans(DatabaseProvider.Postgres);
}

[CollectionDefinition(Name)]
public sealed class DirectoryPlansInSqlite : ICollectionFixture<DirectoryPlans.InSqlite>
{
    public const string Name = "A large directory in SQLite";
}

[CollectionDefinition(Name)]
public sealed class DirectoryPlansInPostgres : ICollectionFixture<DirectoryPlans.InPostgres>
{
    public const string Name = "A large directory in PostgreSQL";
}
