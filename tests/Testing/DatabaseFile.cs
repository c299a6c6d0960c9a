using System.Text;
using Microsoft.Data.Sqlite;

namespace Testing;

/// <summary>A SQLite database as whoever steals the disk sees it: the file and the log beside it, byte by byte.</summary>
public static class DatabaseFile
{
    public static async Task<bool> ContainsAsync(string path, string text)
    {
        // A connection of our own keeps the log from being folded in and deleted while we read it.
        await using var open = new SqliteConnection($"Data Source={path};Mode=ReadWrite;Pooling=False");
        await open.OpenAsync();
        await using var read = open.CreateCommand();
        read.CommandText = "SELECT count(*) FROM sqlite_master";
        await read.ExecuteScalarAsync();

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            if ((await reader.ReadToEndAsync()).Contains(text, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
