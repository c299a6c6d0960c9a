using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests.Marked;

/// <summary>The services' databases as files, and which column of them a mark is in.</summary>
internal static class PlatformDatabases
{
    /// <summary>
    /// Every file that the platform keeps, its databases with their write-ahead logs. Not the broker's own storage: it holds
    /// what this test put into queues, and gives back nothing that is not in a queue.
    /// </summary>
    public static List<Sink> Files(RunningPlatform platform) =>
    [
        .. platform.Files
            .Where(file => !file.StartsWith(Path.Combine("rabbitmq", "data"), StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(file => (file, bytes: Read(Path.Combine(platform.Folder, file)))).Where(read => read.bytes is not null)
            .Select(read => new Sink(read.file, read.bytes!)),
    ];

    /// <summary>The columns in which a text stands, as <c>membership.db/Seats.PersonName</c>.</summary>
    public static List<string> ColumnsWith(RunningPlatform platform, string file, string text)
    {
        using var database = Open(platform, file, SqliteOpenMode.ReadOnly);
        var columns = Rows(database, "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'");
        return [.. columns.Where(column => Rows(database, $"SELECT 1, 1 FROM \"{column.Table}\" WHERE instr(CAST(\"{column.Column}\" AS TEXT), $text) > 0 LIMIT 1", text).Count > 0)
            .Select(column => $"{file}/{column.Table}.{column.Column}")];
    }

    /// <summary>Writes a fact into a journal as no service would: like another, but for what it says.</summary>
    public static void WriteFactLikeAnother(RunningPlatform platform, string file, string type, string payload)
    {
        using var database = Open(platform, file, SqliteOpenMode.ReadWrite);
        using var write = database.CreateCommand();
        write.CommandText = "INSERT INTO Journal (Hub, EventId, Type, Version, TaskForceId, OccurredAt, Payload) "
            + "SELECT Hub, $id, Type, Version, TaskForceId, OccurredAt, $payload FROM Journal WHERE Type = $type LIMIT 1";
        write.Parameters.AddWithValue("$id", Guid.NewGuid().ToString().ToUpperInvariant());
        write.Parameters.AddWithValue("$payload", payload);
        write.Parameters.AddWithValue("$type", type);
        if (write.ExecuteNonQuery() != 1) throw new InvalidOperationException($"There is no {type} yet.");
    }

    private static SqliteConnection Open(RunningPlatform platform, string file, SqliteOpenMode mode)
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(platform.Folder, file), Mode = mode, Pooling = false }.ToString());
        database.Open();
        return database;
    }

    private static List<(string Table, string Column)> Rows(SqliteConnection database, string statement, string? text = null)
    {
        using var read = database.CreateCommand();
        read.CommandText = statement;
        read.Parameters.AddWithValue("$text", text ?? "");
        using var rows = read.ExecuteReader();
        var found = new List<(string, string)>();
        while (rows.Read()) found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }

    /// <summary>Null for what went away meanwhile: files come and go while services write.</summary>
    private static byte[]? Read(string file)
    {
        try
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            open.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
