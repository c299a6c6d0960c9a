using System.Globalization;
using System.Text;

namespace Membership.Agencies;

/// <summary>
/// The words of a name as they are stored and searched for: in small letters and without accents, so that a search by how a word
/// begins is a range of an index on every database.
/// </summary>
internal static class NameWords
{
    public const int Length = 40;
    private const int Most = 12;

    /// <summary>The last character there is: every word that begins with a text lies between the text and this behind it.</summary>
    private const string Last = "\U0010FFFF";

    // Without a culture's data the runtime takes no letter apart, so the Latin ones are listed.
    private static readonly Dictionary<char, string> Plain = (
        "aàáâãäåāăąǎ cçćĉċč dďđð eèéêëēĕėęěẽ gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŉ oòóôõöøōŏőǒ rŕŗř sśŝşšș tţťŧț uùúûüũūŭůűųǔ wŵ yýÿŷ zźżž")
        .Split(' ').SelectMany(letters => letters[1..].Select(letter => (letter, plain: letters[..1])))
        .Append(('æ', "ae")).Append(('œ', "oe")).Append(('ß', "ss")).Append(('þ', "th"))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    public static IReadOnlyList<string> Of(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            if (Plain.TryGetValue(letter, out var plain)) text.Append(plain);
            else if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)) text.Append(letter);
            // What is put above a letter is left out, and so is an apostrophe: O'Neil's is found by oneil.
            else if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) text.Append(' ');
        }

        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > Length ? word[..Length] : word).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    public static string EndOf(string prefix) => prefix + Last;
}
