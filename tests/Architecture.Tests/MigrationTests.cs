using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Storage;
using Testing;
using Xunit;

namespace Architecture.Tests;

/// <summary>What <c>--migrate</c> makes of a real database, on every provider.</summary>
public abstract class MigrationTests(DatabaseProvider provider) : IAsyncLifetime
{
    public sealed class OnSqlite() : MigrationTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgres() : MigrationTests(DatabaseProvider.Postgres);

    [NeedsSqlServer]
    public sealed class OnSqlServer() : MigrationTests(DatabaseProvider.SqlServer);

    private readonly Databases databases = Databases.On(provider);

    public static TheoryData<string> Services => [.. House.ServiceNames];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => databases.DisposeAsync().AsTask();

    [Theory, MemberData(nameof(Services))]
    public async Task An_empty_database_becomes_what_the_model_says(string service)
    {
        await using var migrated = await HostAsync(service, "migrated");
        await migrated.MigrateAsync(default);
        await using var made = await HostAsync(service, "made");
        await InAsync(made, db => db.Database.EnsureCreatedAsync());

        var schema = await InAsync(made, Schema.OfAsync);
        Assert.NotEmpty(schema);
        Assert.Equal(schema, await InAsync(migrated, Schema.OfAsync));
    }

    [Theory, MemberData(nameof(Services))]
    public async Task However_often_and_by_however_many_it_is_migrated_once(string service)
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => HostAsync(service, "shared")));
        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.MigrateAsync(default))));
        await hosts[0].MigrateAsync(default);

        Assert.Equal(1, await InAsync(hosts[0], db => db.RelayLeases.CountAsync()));
        Assert.Equal(
            await InAsync(hosts[0], db => Task.FromResult(db.Database.GetMigrations())), await InAsync(hosts[1], db => db.Database.GetAppliedMigrationsAsync()));
        foreach (var host in hosts) await host.DisposeAsync();
    }

    [Theory, MemberData(nameof(Services))]
    public async Task One_that_was_killed_at_it_holds_nobody_up(string service)
    {
        await using var killed = await HostAsync(service, "killed");
        await killed.MigrateAsync(default);
        // What it leaves behind on SQLite; a server frees its lock with the connection.
        if (provider == DatabaseProvider.Sqlite)
        {
            await InAsync(killed, db => db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-04 05:06:07')"));
        }

        await using var next = await HostAsync(service, "killed");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await next.MigrateAsync(limit.Token);
    }

    /// <summary>The service's storage alone, as the service itself adds it.</summary>
    private async Task<WebApplication> HostAsync(string service, string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Database:Provider"] = provider.ToString();
        builder.Configuration["ConnectionStrings:it"] = await databases.ConnectionAsync(database + service);
        typeof(DatabaseExtensions).GetMethod(nameof(DatabaseExtensions.AddDatabase))!
            .MakeGenericMethod(House.Assembly(service).GetTypes().Single(type => type.Name == $"{service}Db")).Invoke(null, [builder, "it"]);
        return builder.Build();
    }

    private static async Task<T> InAsync<T>(WebApplication host, Func<ServiceDb, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ServiceDb>());
    }
}
