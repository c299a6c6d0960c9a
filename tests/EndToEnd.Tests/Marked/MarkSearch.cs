using System.Buffers;

namespace EndToEnd.Tests.Marked;

/// <summary>Something that came out of the platform, as bytes.</summary>
internal sealed record Sink(string Name, byte[] Bytes);

/// <summary>A mark that was found.</summary>
/// <param name="Around">What stands around it: nobody's data, so it may be shown.</param>
internal sealed record Hit(Mark Mark, string Encoding, string Sink, string Around)
{
    public override string ToString() => $"{Mark.Name} ({Encoding}) in {Sink}: …{Around}…";
}

/// <summary>Looks for all marks in all their encodings, in whatever case, in one passage over each sink.</summary>
internal sealed class MarkSearch
{
    private const int Beginning = 8;

    private readonly List<(Mark Mark, string Encoding, string Bytes)> patterns;
    private readonly SearchValues<string> any;

    public MarkSearch(IEnumerable<Mark> marks)
    {
        patterns =
        [
            .. from mark in marks
               from text in mark.Texts
               from encoded in Encodings.Of(text).DistinctBy(encoded => encoded.Bytes, StringComparer.OrdinalIgnoreCase) // many are the same
               select (mark, encoded.Name, encoded.Bytes),
        ];
        // By their beginnings, which are soon prepared for: what follows is compared where one is found.
        any = SearchValues.Create([.. patterns.Select(pattern => pattern.Bytes[..Math.Min(Beginning, pattern.Bytes.Length)]).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);
    }

    public List<Hit> In(IEnumerable<Sink> sinks) => [.. sinks.SelectMany(In)];

    public List<Hit> In(Sink sink)
    {
        var text = Encodings.Latin(sink.Bytes);
        var hits = new Dictionary<(string, string), Hit>();
        for (var at = 0; text.AsSpan(at).IndexOfAny(any) is >= 0 and var next; at++)
        {
            at += next;
            foreach (var (mark, encoding, bytes) in patterns)
            {
                if (!hits.ContainsKey((mark.Name, encoding)) && string.Compare(text, at, bytes, 0, bytes.Length, StringComparison.OrdinalIgnoreCase) == 0)
                    hits.Add((mark.Name, encoding), new Hit(mark, encoding, sink.Name, Around(text, at, bytes.Length)));
            }
        }

        return [.. hits.Values];
    }

    private static string Around(string text, int at, int length)
    {
        var from = Math.Max(0, at - 60);
        var shown = text[from..Math.Min(text.Length, at + length + 60)];
        return string.Concat(shown.Select(character => character is >= ' ' and <= '~' ? character : '·'));
    }
}
