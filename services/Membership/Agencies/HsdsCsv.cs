using CsvHelper;

namespace Membership.Agencies;

/// <summary>The table <c>organizations.csv</c> of HSDS 3; only the columns id and name are looked at.</summary>
internal static class HsdsCsv
{
    public static HsdsFile Read(string text)
    {
        var malformed = new HashSet<long>();
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            OnMalformedRecord = record => malformed.Add(record.RecordNumber),
        });

        var file = new HsdsFile();
        if (!reader.Read()) return file;
        if (malformed.Count > 0) throw new UnreadableFileException("The header's quotes do not match.");
        var columns = reader.FieldCount;
        var header = Enumerable.Range(0, columns).Select(column => reader.GetString(column).Trim()).ToArray();
        var (id, name) = (Column(header, "id"), Column(header, "name"));

        while (reader.Read())
        {
            var row = checked((int)reader.RowNumber);
            if (row > HsdsFile.MaxRows + 1) throw new UnreadableFileException($"The file has more than {HsdsFile.MaxRows} organizations.");

            if (malformed.Contains(row)) file.Refuse(row, "quotes", "They do not match.");
            else if (reader.FieldCount != columns) file.Refuse(row, "columns", $"There are {reader.FieldCount}; the header has {columns}.");
            else file.Take(row, reader.GetString(id), reader.GetString(name));
        }

        return file;
    }

    private static int Column(string[] header, string name)
    {
        var found = header.Index().Where(column => column.Item.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [var only]
            ? only.Index
            : throw new UnreadableFileException($"The header must have the column {name}, once. See organizations.csv of HSDS 3.");
    }
}
