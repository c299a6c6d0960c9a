using System.IO.Compression;
using System.Text;
using Attack.Tests.Requests;

namespace Attack.Tests.BadInput;

/// <summary>What is wrong with a body as a whole, whatever its schema.</summary>
internal static class WholeBodyAttacks
{
    private static readonly string[] NoObjects =
        ["", " ", "\t\n", "null", "[]", "[null]", "\"\"", "1", "true", "{", "}", "{]", "{\"a\"}", "{,}", "<xml/>", "a=b", "\u00ff\u00fe", "\0", "{}{}", "// {}"];

    private static readonly string[] OtherTypes =
    [
        "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream",
        "application/jsonx", "application", "garbage", "*/*", "application/json, text/plain", "text/json5", ";", "application/json/json",
        "application/json; charset=utf-7", "application/json; charset=zq7mark", "application/json; charset=\"",
    ];

    public static IEnumerable<Attack> On(Draft valid, Turns turns)
    {
        var body = valid.Body!;
        foreach (var text in turns.Of("bodies", 7, NoObjects)) yield return Body($"the body is {Name(text)}", Encoding.Latin1.GetBytes(text));
        foreach (var tenth in turns.Of("tenths", 3, 1, 2, 3, 4, 5, 6, 7, 8, 9)) yield return Body($"broken off at {tenth} tenths", body[..(body.Length * tenth / 10)]);
        yield return Body("broken off before the last byte", body[..^1]);
        yield return Body("broken off after the first", body[..1]);
        foreach (var after in turns.Of("what follows", 3, "1", "{}", ",", "}", "\0", "x", "\u00ff", Encoding.Latin1.GetString(body)))
            yield return Body($"followed by {Name(after)}", [.. body, .. Encoding.Latin1.GetBytes(after)]);
        foreach (var before in turns.Of("what precedes", 2, "x", ",", "\0", "\u00ff", "while(1);", "/* */"))
            yield return Body($"after {Name(before)}", [.. Encoding.Latin1.GetBytes(before), .. body]);
        foreach (var depth in turns.Of("depths", 2, 10, 33, 100, 1000, 10_000, 100_000))
        {
            yield return Body($"arrays in arrays, {depth} deep", Encoding.ASCII.GetBytes(Text.Nested(depth)));
            yield return Body($"arrays never closed, {depth} deep", Encoding.ASCII.GetBytes(new string('[', depth)));
            yield return Body($"objects in objects, {depth} deep", Encoding.ASCII.GetBytes(Text.Nested(depth, '{', '}')));
        }

        var text16 = Encoding.UTF8.GetString(body);
        foreach (var (name, encoded) in turns.Of("encodings", 2,
                     ("UTF-16", Encoding.Unicode.GetBytes(text16)), ("UTF-16 with its mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text16)]),
                     ("UTF-16, the other way round", Encoding.BigEndianUnicode.GetBytes(text16)), ("UTF-32", Encoding.UTF32.GetBytes(text16)), ("compressed", Compressed(body))))
        {
            yield return Body(name, encoded);
        }

        yield return new("compressed, and said so", (draft, _) => (draft with { Body = Compressed(body) }).With("Content-Encoding", "gzip"));
        yield return Body("too large", Encoding.ASCII.GetBytes($"{{\"{Text.Long(1_100_000)}\":1}}"));
        yield return Body("a comma at the end", Encoding.ASCII.GetBytes(text16[..^1] + ",}"));
        yield return Body("a comment in it", Encoding.ASCII.GetBytes("{/* */" + text16[1..]));
        yield return Body("single quotes", Encoding.ASCII.GetBytes(text16.Replace('"', '\'')));
        yield return new("no content type", (draft, _) => draft with { ContentType = null });
        foreach (var type in turns.Of("types", 5, OtherTypes)) yield return new($"sent as {type}", (draft, _) => draft with { ContentType = type });
        yield return new("broken off, in chunks", (draft, _) => draft with { Body = body[..(body.Length / 2)], Chunked = true });
    }

    /// <summary>Wherever it breaks off, an object is never whole.</summary>
    public static byte[] BrokenOff(byte[] body, Random random) => body[..random.Next(0, body.Length)];

    private static Attack Body(string name, byte[] body) => new(name, (draft, _) => draft with { Body = body });

    private static string Name(string text) =>
        text.Length > 12 ? "a second one" : text.Length == 0 ? "empty" : string.Concat(text.Select(c => c is > ' ' and < '~' ? $"{c}" : $"\\x{(int)c:x2}"));

    private static byte[] Compressed(byte[] body)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest)) gzip.Write(body);
        return output.ToArray();
    }
}
