using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EndToEnd.Tests.Failure;

/// <summary>A service's own database, as its process was told to reach it: what is really there, whatever the API says.</summary>
internal sealed class ServiceDatabase(PlatformProcess service, string name)
{
    public async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using var connection = Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync()) found.Add(read(rows));
        return found;
    }

    private DbConnection Connection()
    {
        var address = service[$"ConnectionStrings__{name}"];
        return service["Database__Provider"] == "Postgres"
            ? new NpgsqlConnection($"{address};Pooling=false")
            : new SqliteConnection($"{address};Pooling=false");
    }
}
