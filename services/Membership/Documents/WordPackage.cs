using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Membership.Documents;

/// <summary>
/// A DOCX file: a zip with a document in it, without anything that runs, and no larger inside than a document is. It is
/// expanded once, into nothing, because what a zip says of its own sizes may be a lie.
/// </summary>
internal static class WordPackage
{
    public const int MostEntries = 2_000;
    public const long MostExpanded = 100 * 1024 * 1024;

    private const int MostDirectory = 512 * 1024;
    private const int EndOfDirectory = 22;
    private const int MostContentTypes = 1024 * 1024;
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static DocumentCheck Check(Stream file)
    {
        if (!HasBoundedDirectory(file)) return new(DocumentType.Docx, "The file is not whole, or has too many parts.");
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var parts = zip.Entries;
            if (parts.SingleOrDefault(part => part.FullName == "[Content_Types].xml") is not { } types || parts.All(part => part.FullName != "word/document.xml"))
                return default;
            if (parts.Any(Runs)) return new(DocumentType.Docx, "It holds macros or controls. Save it as a plain DOCX or PDF.");
            if (parts.Any(part => !IsPlain(part.FullName)) || parts.DistinctBy(part => part.FullName.ToUpperInvariant()).Count() < parts.Count)
                return new(DocumentType.Docx, "Its parts are not named as in a DOCX.");
            if (!IsExpandable(parts)) return new(DocumentType.Docx, "Expanded it is too large.");
            return new(DocumentType.Docx, IsDocument(types) ? null : "It is not a DOCX by its own list of contents; a DOCM or template is not taken.");
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or EndOfStreamException or NotSupportedException)
        {
            return new(DocumentType.Docx, "The file is not whole.");
        }
    }

    /// <summary>The list of entries is read whole; so its size is looked at first, where it is said at the file's end (without a comment, as Word writes it).</summary>
    private static bool HasBoundedDirectory(Stream file)
    {
        if (file.Length < EndOfDirectory) return false;
        Span<byte> end = stackalloc byte[EndOfDirectory];
        file.Position = file.Length - EndOfDirectory;
        file.ReadExactly(end);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        return end.StartsWith("PK\x05\x06"u8) && entries <= MostEntries && size <= MostDirectory && offset + (long)size == file.Length - EndOfDirectory;
    }

    private static bool Runs(ZipArchiveEntry part) =>
        part.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase) || part.Name.StartsWith("vbaData", StringComparison.OrdinalIgnoreCase)
        || part.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string name) =>
        !name.StartsWith('/') && !name.Contains('\\', StringComparison.Ordinal) && !name.Split('/').Contains("..") && !name.Any(char.IsControl);

    private static bool IsExpandable(IReadOnlyCollection<ZipArchiveEntry> parts)
    {
        if (parts.Count > MostEntries || parts.Sum(part => part.Length) > MostExpanded) return false;
        var left = MostExpanded;
        var buffer = new byte[64 * 1024];
        foreach (var part in parts)
        {
            using var content = part.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if ((left -= read) < 0) return false;
            }
        }

        return true;
    }

    private static bool IsDocument(ZipArchiveEntry types)
    {
        if (types.Length > MostContentTypes) return false;
        using var reader = new StreamReader(types.Open(), Encoding.UTF8);
        var text = reader.ReadToEnd();
        return text.Contains(Main, StringComparison.Ordinal) && !text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
    }
}
