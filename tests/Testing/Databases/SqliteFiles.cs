using Microsoft.Data.Sqlite;
using ServiceDefaults.Storage;

namespace Testing;

/// <summary>A file for each service.</summary>
internal sealed class SqliteFiles : Databases
{
    private readonly string folder = Directory.CreateTempSubdirectory("databases-").FullName;

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override Task<string> ConnectionAsync(string service) => Task.FromResult($"Data Source={Path.Combine(folder, $"{service}.db")}");

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
