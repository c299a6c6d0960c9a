using System.Text.Json;

namespace Attack.Tests.BadInput;

/// <summary>Texts that must not come through, and the mark by which an answer would show that it repeats one.</summary>
internal static class Text
{
    /// <summary>In every value that an attack makes up; no answer may hold it.</summary>
    public const string Mark = "zq7mark";

    public static string Long(int length) => string.Concat(Enumerable.Repeat(Mark, length / Mark.Length + 1))[..length];

    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    /// <summary>Right JSON, and yet no text that every database keeps: refused by whoever takes the field.</summary>
    public static readonly (string Name, string Raw)[] Unkept =
    [
        ("a null character, escaped", $"\"{Mark}\\u0000\""),
        ("half a surrogate pair, escaped", $"\"{Mark}\\ud800\""),
        ("the other half", $"\"\\udc00{Mark}\""),
    ];

    /// <summary>JSON strings that are none, whatever a schema allows: bytes are written as Latin 1.</summary>
    public static readonly (string Name, string Raw)[] Broken =
    [
        ("a null byte", $"\"{Mark}\0\""),
        ("a raw line break", $"\"{Mark}\n\""),
        ("a raw control character", $"\"{Mark}\u0001\""),
        ("an unknown escape", $"\"{Mark}\\x41\""),
        ("half an escape", $"\"{Mark}\\u12\""),
        ("a byte that UTF-8 never has", $"\"{Mark}\u00ff\""),
        ("an overlong slash", $"\"{Mark}\u00c0\u00af\""),
        ("a sequence broken off", $"\"{Mark}\u00e2\u0082\""),
        ("a surrogate in UTF-8", $"\"{Mark}\u00ed\u00a0\u0080\""),
        ("single quotes", $"'{Mark}'"),
        ("no quotes", Mark),
    ];

    public static string Nested(int depth, char open = '[', char close = ']') =>
        open == '{'
            ? string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string(close, depth)
            : new string(open, depth) + new string(close, depth);
}
