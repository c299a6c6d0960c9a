using System.Globalization;

namespace Membership.Protocols.Flowcharts;

/// <summary>Text in lines of limited width, measured roughly: wide letters (as in Chinese) count twice, marks on letters not at all.</summary>
internal static class WrappedText
{
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && WidthOf(line) + 1 + WidthOf(word) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        lines.Add(line);
        return lines;
    }

    public static int WidthOf(string text) => Elements(text).Sum(WidthOfElement);

    /// <summary>A word that is wider than a line is cut, between letters and never through one.</summary>
    private static IEnumerable<string> Pieces(string word, int width)
    {
        var piece = "";
        foreach (var element in Elements(word))
        {
            if (piece.Length > 0 && WidthOf(piece) + WidthOfElement(element) > width)
            {
                yield return piece;
                piece = "";
            }

            piece += element;
        }

        yield return piece;
    }

    private static int WidthOfElement(string element) => char.ConvertToUtf32(element, 0) >= 0x1100 ? 2 : 1;

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }
}
