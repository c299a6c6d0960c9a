using System.Xml;

namespace Membership.Documents;

/// <summary>
/// Whether a DOCX fetches something from elsewhere when it is opened: a template, a picture, a frame. Whoever put it there
/// would learn who reads the agreement, when and from where. A link that somebody has to follow is none of these.
/// </summary>
internal static class WordLinks
{
    /// <summary>Of all lists of links together, expanded; ordinary ones have a few thousand bytes.</summary>
    private const long MostLinks = 4 * 1024 * 1024;

    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="InvalidDataException">A list of links is not to be read.</exception>
    public static bool LeadElsewhere(Stream file, IReadOnlyList<ZipPart> parts)
    {
        var lists = parts.Where(part => part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList();
        if (lists.Sum(list => list.Size) > MostLinks) throw new InvalidDataException();
        try
        {
            return lists.Exists(list => LeadsElsewhere(file, list));
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException(null, exception);
        }
    }

    private static bool LeadsElsewhere(Stream file, ZipPart list)
    {
        using var content = list.Expand(file);
        if (content is null) throw new InvalidDataException();
        using var reader = XmlReader.Create(content, Plain);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) is not true
                && IsElsewhere(reader.GetAttribute("Target") ?? ""))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Not on the reader's own disk, where a word processor looks for the template that it remembers.</summary>
    private static bool IsElsewhere(string target) =>
        target.Trim() is var place && (place.StartsWith(@"\\", StringComparison.Ordinal) || place.StartsWith("//", StringComparison.Ordinal)
            || (Uri.TryCreate(place, UriKind.Absolute, out var address) && (!address.IsFile || address.IsUnc)));
}
