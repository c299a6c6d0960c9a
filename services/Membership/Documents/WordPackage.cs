using System.Text;

namespace Membership.Documents;

/// <summary>
/// A DOCX file: a zip with a document in it, without anything that runs or fetches, and no larger inside than a document is. It is
/// expanded once, into nothing, because what a zip says of its own sizes may be a lie.
/// </summary>
internal static class WordPackage
{
    public const int MostParts = 2_000;
    public const long MostExpanded = 100 * 1024 * 1024;

    private const string Contents = "[Content_Types].xml";
    private const int MostContents = 1024 * 1024;
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static DocumentCheck Check(Stream file)
    {
        if (ZipPart.Directory(file, MostParts) is not { } parts) return Bad("The file is not whole, or has too many parts.");
        if (parts.FirstOrDefault(part => part.Name == Contents) is not { } contents || parts.All(part => part.Name != "word/document.xml")) return default;
        if (parts.Any(Runs)) return Bad("It holds macros or controls. Save it as a plain DOCX or PDF.");
        if (parts.Any(part => !IsPlain(part.Name)) || parts.DistinctBy(part => part.Name.ToUpperInvariant()).Count() < parts.Count)
            return Bad("Its parts are not named as in a DOCX.");
        try
        {
            if (!IsAsLargeAsItSays(file, parts)) return Bad("Expanded it is too large, or not what it says.");
            if (WordLinks.LeadElsewhere(file, parts)) return Bad("It fetches a template or a picture from elsewhere when it is opened. Put that into the document, or save it as PDF.");
            return IsDocument(file, contents) ? new(DocumentType.Docx, null) : Bad("It is not a DOCX by its own list of contents; a DOCM or template is not taken.");
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return Bad("The file is not whole.");
        }
    }

    private static DocumentCheck Bad(string fault) => new(DocumentType.Docx, fault);

    private static bool Runs(ZipPart part) =>
        part.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || part.Name.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
        || part.Name.Contains("activeX/", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string name) =>
        !name.StartsWith('/') && !name.Contains('\\', StringComparison.Ordinal) && !name.Split('/').Contains("..") && !name.Any(char.IsControl);

    private static bool IsAsLargeAsItSays(Stream file, IReadOnlyList<ZipPart> parts)
    {
        if (parts.Sum(part => part.Size) > MostExpanded) return false;
        var buffer = new byte[64 * 1024];
        foreach (var part in parts)
        {
            using var content = part.Expand(file);
            if (content is null) return false;
            var left = part.Size;
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if ((left -= read) < 0) return false;
            }

            if (left != 0) return false;
        }

        return true;
    }

    private static bool IsDocument(Stream file, ZipPart contents)
    {
        if (contents.Size > MostContents) return false;
        using var reader = new StreamReader(contents.Expand(file)!, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return text.Contains(Main, StringComparison.Ordinal) && !text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }
}
