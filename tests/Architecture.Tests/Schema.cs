using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Architecture.Tests;

/// <summary>
/// Tables, columns, keys and indexes of a real database, a line each, as its own catalogue tells them. A column that a
/// later migration adds comes last and brings a constant for the rows that are there, which the database keeps as its
/// default; every insert names every column, so neither the order nor that constant means anything. A default that is
/// computed does, and counts.
/// </summary>
internal static partial class Schema
{
    private const string Sqlite = """
        SELECT sql AS "Value" FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__EF%'
        """;

    private const string Postgres = """
        SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, numeric_precision, is_nullable,
            CASE WHEN column_default ~ '^(''[^'']*''::[a-z ]+|-?[0-9.]+|true|false)$' THEN NULL ELSE column_default END, is_identity) AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    private const string SqlServer = """
        SELECT CONCAT_WS(' ', OBJECT_NAME(c.object_id), c.name, TYPE_NAME(c.user_type_id), c.max_length, c.precision, c.scale, c.is_nullable, c.is_identity, c.collation_name) AS [Value]
        FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id WHERE t.name NOT LIKE '[_][_]EF%'
        UNION ALL SELECT CONCAT_WS(' ', t.name, i.name, i.is_unique, i.is_primary_key, i.filter_definition, k.key_ordinal, COL_NAME(k.object_id, k.column_id))
        FROM sys.indexes i JOIN sys.tables t ON t.object_id = i.object_id
        JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id WHERE t.name NOT LIKE '[_][_]EF%'
        UNION ALL SELECT CONCAT_WS(' ', OBJECT_NAME(parent_object_id), name, OBJECT_NAME(referenced_object_id), delete_referential_action_desc) FROM sys.foreign_keys
        """;

    public static async Task<List<string>> OfAsync(DbContext db)
    {
        var query = db.Database.IsSqlite() ? Sqlite : db.Database.IsNpgsql() ? Postgres : SqlServer;
        var lines = await db.Database.SqlQueryRaw<string>(query).ToListAsync();
        return [.. lines.SelectMany(line => db.Database.IsSqlite() ? Parts(line) : [line]).Order(StringComparer.Ordinal)];
    }

    /// <summary>SQLite keeps a table as the text that made it, with what came later put in: each column and constraint of it.</summary>
    private static IEnumerable<string> Parts(string made)
    {
        if (Table().Match(made) is not { Success: true } table) return [made];
        var name = table.Groups["name"].Value;
        return Part().Matches(table.Groups["parts"].Value)
            .Select(part => $"{name} {Constant().Replace(part.Value.Trim(), "")}")
            .Append($"{name}{table.Groups["options"].Value}");
    }

    [GeneratedRegex("""^CREATE TABLE (?<name>"[^"]+") \((?<parts>.*)\)(?<options>[^)]*)$""", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?:[^,(]|\([^()]*\))+")]
    private static partial Regex Part();

    [GeneratedRegex(@" DEFAULT (X?'[^']*'|-?[0-9.]+)(?= |$)")]
    private static partial Regex Constant();
}
