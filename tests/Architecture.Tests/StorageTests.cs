using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServiceDefaults.Storage;
using Xunit;

namespace Architecture.Tests;

/// <summary>One model, three providers, and migrations that say the same as the model.</summary>
public sealed class StorageTests
{
    public static TheoryData<string, DatabaseProvider> Contexts
    {
        get
        {
            var contexts = new TheoryData<string, DatabaseProvider>();
            foreach (var service in House.ServiceNames)
            {
                foreach (var provider in Enum.GetValues<DatabaseProvider>()) contexts.Add(service, provider);
            }

            return contexts;
        }
    }

    public static TheoryData<string> Services => [.. House.ServiceNames];

    [Theory, MemberData(nameof(Contexts))]
    public void The_migrations_hold_every_change_of_the_model(string service, DatabaseProvider provider)
    {
        using var db = Create(service, provider);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"{service} on {provider}: run eng/add-migration");
    }

    [Theory, MemberData(nameof(Services))]
    public void The_script_for_SQL_Server_can_be_produced(string service)
    {
        using var db = Create(service, DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Contains("CREATE TABLE [Journal]", script, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE [Watermarks]", script, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTOINCREMENT", script, StringComparison.OrdinalIgnoreCase);
    }

    private static DbContext Create(string service, DatabaseProvider provider)
    {
        var type = House.Assembly(service).GetTypes().Single(candidate => candidate.Name == $"{provider}{service}Db");
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        _ = provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite("Data Source=:memory:"),
            DatabaseProvider.SqlServer => builder.UseSqlServer("Server=none"),
            _ => builder.UseNpgsql("Host=none"),
        };
        return (DbContext)Activator.CreateInstance(type, builder.Options)!;
    }
}
