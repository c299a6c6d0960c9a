using System.Text;
using System.Text.RegularExpressions;

namespace Membership.Tests.Calendar;

/// <summary>What a calendar says against the grammar.</summary>
public sealed class CalendarFaultException(string message) : Exception(message);

/// <summary>A content line of RFC 5545 (3.1): its name, parameters and value.</summary>
public sealed partial record ContentLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    private const int MostOctets = 75;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Unfolds and reads a whole object, octet by octet.</summary>
    public static IReadOnlyList<ContentLine> ReadAll(byte[] calendar)
    {
        var unfolded = new List<StringBuilder>();
        foreach (var line in Physical(calendar))
        {
            if (line.Length > MostOctets) throw new CalendarFaultException($"A line of {line.Length} octets");
            // A character that is split by folding is none on either line.
            string text;
            try
            {
                text = Strict.GetString(line);
            }
            catch (DecoderFallbackException)
            {
                throw new CalendarFaultException("A line is not UTF-8 by itself");
            }

            if (text is [' ' or '\t', .. var more] && unfolded.Count > 0) unfolded[^1].Append(more);
            else unfolded.Add(new StringBuilder(text));
        }

        return [.. unfolded.Select(line => Of(line.ToString()))];
    }

    /// <summary>Each line ends with CRLF, the last one too; neither octet stands anywhere else.</summary>
    private static IEnumerable<byte[]> Physical(byte[] calendar)
    {
        for (var from = 0; from < calendar.Length;)
        {
            var end = Array.IndexOf(calendar, (byte)'\r', from);
            if (end < 0 || end + 1 >= calendar.Length || calendar[end + 1] != '\n') throw new CalendarFaultException("A line without CRLF");
            var line = calendar[from..end];
            if (line.Contains((byte)'\n')) throw new CalendarFaultException("A bare LF");
            if (line.Length == 0) throw new CalendarFaultException("An empty line");
            yield return line;
            from = end + 2;
        }
    }

    private static ContentLine Of(string line)
    {
        var match = Grammar().Match(line);
        if (!match.Success) throw new CalendarFaultException($"No content line: {line}");
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < match.Groups["param"].Captures.Count; i++)
        {
            if (!parameters.TryAdd(match.Groups["param"].Captures[i].Value, match.Groups["is"].Captures[i].Value.Trim('"')))
                throw new CalendarFaultException($"A parameter twice: {line}");
        }

        return new(match.Groups["name"].Value.ToUpperInvariant(), parameters, match.Groups["value"].Value);
    }

    /// <summary>name *(";" param ) ":" value, with paramtext, quoted-string and VALUE-CHAR as the ABNF has them.</summary>
    [GeneratedRegex(
        """\A(?<name>[A-Za-z0-9-]+)(;(?<param>[A-Za-z0-9-]+)=(?<is>("[^\x00-\x08\x0A-\x1F\x7F"]*"|[^\x00-\x08\x0A-\x1F\x7F";:,]*)(,("[^\x00-\x08\x0A-\x1F\x7F"]*"|[^\x00-\x08\x0A-\x1F\x7F";:,]*))*))*:(?<value>[\t\x20-\x7E\u0080-\uFFFF]*)\z""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}
