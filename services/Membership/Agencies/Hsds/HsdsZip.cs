using System.IO.Compression;
using System.Text;

namespace Membership.Agencies.Hsds;

/// <summary>The tables of HSDS 3 as CSV, a file for each, in one ZIP.</summary>
internal static class HsdsZip
{
    private const int MaxEntries = 100;

    /// <summary>Unpacked, all together.</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    public static HsdsTables Read(Stream zip, HsdsReport report)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            return Read(archive, report);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("The ZIP cannot be read.");
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException("A file in the ZIP is not UTF-8.");
        }
    }

    private static HsdsTables Read(ZipArchive archive, HsdsReport report)
    {
        if (archive.Entries.Count > MaxEntries) throw new UnreadableFileException($"The ZIP has more than {MaxEntries} files.");
        var tables = new HsdsTables(report) { Whole = true };
        var left = MaxBytes;
        foreach (var table in HsdsTables.Known)
        {
            // Wherever in the ZIP it lies; people zip the folder as well as its files.
            var entries = archive.Entries.Where(entry => entry.Name.Equals($"{table}.csv", StringComparison.OrdinalIgnoreCase)).ToList();
            if (entries.Count > 1) throw new UnreadableFileException($"The ZIP has {table}.csv more than once.");
            if (entries is [var entry]) HsdsCsv.Read(Unpack(entry, ref left), table, $"{table}.csv ", tables);
        }

        return tables[HsdsTables.Organizations].Count > 0 || report.ErrorCount > 0
            ? tables : throw new UnreadableFileException("The ZIP must have organizations.csv of HSDS 3, with at least one organization.");
    }

    /// <summary>By what really comes out: what the ZIP says of it is the sender's word.</summary>
    private static string Unpack(ZipArchiveEntry entry, ref int left)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0) throw new UnreadableFileException($"The ZIP holds more than {MaxBytes / 1024 / 1024} MiB.");
            unpacked.Write(buffer, 0, read);
        }

        var bytes = unpacked.ToArray().AsSpan();
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
    }
}
