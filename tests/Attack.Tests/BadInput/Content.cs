using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Attack.Tests.Platform;
using Microsoft.Data.Sqlite;

namespace Attack.Tests.BadInput;

/// <summary>
/// A digest of everything that a service's database holds: all tables, all rows. Left out is what may change by itself
/// (how far the journal is relayed and read) and the record of refusals, which is meant to grow.
/// </summary>
internal static class Content
{
    private static readonly string[] MovesByItself = ["RelayLease", "JournalStreams", "Watermarks", "FullReadings", "FailedAttempts", "AuditHeads", "__EFMigrationsHistory", "__EFMigrationsLock"];

    public static async Task<string> OfAsync(AttackedPlatform platform, string service)
    {
        var name = service.StartsWith("reporting", StringComparison.Ordinal) ? "reporting" : service;
        await using var connection = new SqliteConnection(platform.Services[service].GetRequiredService<IConfiguration>().GetConnectionString(name));
        await connection.OpenAsync();
        var digest = new StringBuilder();
        foreach (var table in await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"))
        {
            if (MovesByItself.Contains(table)) continue;
            var rows = await RowsAsync(connection, table switch
            {
                "Journal" => "SELECT EventId, Type, Payload FROM Journal ORDER BY EventId",
                "AuditEntries" => "SELECT Id, Hash FROM AuditEntries WHERE Deed <> 'Denied' ORDER BY Id",
                "Audit" => "SELECT * FROM Audit WHERE Action <> 'TokenRefused' ORDER BY Id",
                _ => $"SELECT * FROM \"{table}\" ORDER BY 1, 2",
            });
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..16];
            digest.Append(CultureInfo.InvariantCulture, $"{table}: {rows.Count} rows, {hash}\n");
        }

        return digest.ToString();
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                .Select(field => reader.GetValue(field) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(field), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
