using CsvHelper;

namespace Membership.Agencies.Hsds;

/// <summary>A table of HSDS 3 as CSV, by the names in its header.</summary>
internal static class HsdsCsv
{
    /// <summary>One file, <c>organizations.csv</c>, by itself.</summary>
    public static HsdsTables Read(string text, HsdsReport report)
    {
        var tables = new HsdsTables(report) { Whole = true };
        Read(text, HsdsTables.Organizations, "", tables);
        return tables;
    }

    /// <param name="before">What stands before the row where it is named.</param>
    public static void Read(string text, string table, string before, HsdsTables tables)
    {
        tables.Open(table);
        var malformed = new HashSet<long>();
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            OnMalformedRecord = record => malformed.Add(record.RecordNumber),
        });

        if (!reader.Read()) return;
        if (malformed.Count > 0) throw new UnreadableFileException("The header's quotes do not match.");
        var columns = reader.FieldCount;
        var header = Enumerable.Range(0, columns).Select(column => reader.GetString(column).Trim().ToLowerInvariant()).ToArray();
        foreach (var name in table == HsdsTables.Organizations ? ["id", "name"] : new[] { "id" })
        {
            if (header.Count(column => column == name) != 1)
                throw new UnreadableFileException($"The header must have the column {name}, once. See {table}.csv of HSDS 3.");
        }

        while (reader.Read())
        {
            tables.Count();
            var place = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{before}row {reader.RowNumber}");
            if (malformed.Contains(reader.RowNumber)) tables.Report.Refuse(place, "quotes", "They do not match.");
            else if (reader.FieldCount != columns) tables.Report.Refuse(place, "columns", $"There are {reader.FieldCount}; the header has {columns}.");
            else tables.Add(table, new HsdsRow(place, Fields(header, reader)));
        }
    }

    /// <summary>Of columns of one name the first, as a reader of the file would see it.</summary>
    private static Dictionary<string, string> Fields(string[] header, CsvReader reader)
    {
        var fields = new Dictionary<string, string>(header.Length, StringComparer.Ordinal);
        for (var column = 0; column < header.Length; column++) fields.TryAdd(header[column], reader.GetString(column));
        return fields;
    }
}
