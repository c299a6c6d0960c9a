using System.Text;

namespace Membership.Documents;

/// <summary>What a PDF is made of, token by token, as its readers take it apart (ISO 32000-2, 7.2 and 7.3).</summary>
internal ref struct PdfTokens(ReadOnlySpan<byte> bytes, int at)
{
    /// <summary>Longer ones are none that anybody looks for.</summary>
    private const int LongestName = 32;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Behind the token.</summary>
    public int At { get; private set; } = at;

    /// <summary>How many dictionaries and arrays are open behind it.</summary>
    public int Depth { get; private set; }

    /// <summary>A name without its slash, its <c>#</c> escapes resolved; null where it is something else.</summary>
    public string? Name { get; private set; }

    /// <summary>A number or a keyword; empty where it is something else.</summary>
    public ReadOnlySpan<byte> Word { get; private set; }

    public bool MoveNext()
    {
        Name = null;
        Word = default;
        SkipSpace();
        if (At >= bytes.Length) return false;

        switch ((char)bytes[At])
        {
            case '/':
                At++;
                Name = ReadName();
                return true;
            case '(':
                SkipText();
                return true;
            case '<' when Next == '<':
                (At, Depth) = (At + 2, Depth + 1);
                return true;
            case '>' when Next == '>':
                (At, Depth) = (At + 2, Depth - 1);
                return true;
            case '<':
                At = bytes[At..].IndexOf((byte)'>') is var end and >= 0 ? At + end + 1 : bytes.Length;
                return true;
            case '[':
                (At, Depth) = (At + 1, Depth + 1);
                return true;
            case ']':
                (At, Depth) = (At + 1, Depth - 1);
                return true;
            case ')' or '>' or '{' or '}':
                At++;
                return true;
            default:
                var begin = At;
                while (At < bytes.Length && IsRegular(bytes[At])) At++;
                Word = bytes[begin..At];
                return true;
        }
    }

    public static bool IsSpace(byte one) => one is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    private readonly int Next => At + 1 < bytes.Length ? bytes[At + 1] : -1;

    private static bool IsRegular(byte one) => !IsSpace(one) && !"()<>[]{}/%"u8.Contains(one);

    /// <summary>Comments are space too.</summary>
    private void SkipSpace()
    {
        for (; At < bytes.Length; At++)
        {
            if (bytes[At] == '%') At = bytes[At..].IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0 ? At + end : bytes.Length - 1;
            else if (!IsSpace(bytes[At])) return;
        }
    }

    private string ReadName()
    {
        Span<byte> name = stackalloc byte[LongestName];
        var length = 0;
        while (At < bytes.Length && IsRegular(bytes[At]))
        {
            var one = bytes[At++];
            if (one == '#' && At + 1 < bytes.Length && Digit(bytes[At]) is var high and >= 0 && Digit(bytes[At + 1]) is var low and >= 0)
                (one, At) = ((byte)((high << 4) | low), At + 2);
            if (length < LongestName) name[length++] = one;
        }

        return Encoding.Latin1.GetString(name[..length]);
    }

    private static int Digit(byte one) => char.IsAsciiDigit((char)one) ? one - '0' : char.IsAsciiHexDigit((char)one) ? (one & 0xF) + 9 : -1;

    /// <summary>In parentheses, of which it may hold pairs, and others behind a backslash.</summary>
    private void SkipText()
    {
        for (var open = 0; At < bytes.Length; At++)
        {
            if (bytes[At] == '\\') At++;
            else if (bytes[At] == '(') open++;
            else if (bytes[At] == ')' && --open == 0) break;
        }

        At = Math.Min(At + 1, bytes.Length);
    }
}
