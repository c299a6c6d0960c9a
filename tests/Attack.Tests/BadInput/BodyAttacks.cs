using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Attack.Tests.Requests;

namespace Attack.Tests.BadInput;

/// <summary>Everything that a schema forbids, place by place.</summary>
internal static class BodyAttacks
{
    private static readonly (string Type, string[] Raws)[] Values =
    [
        ("string", [$"\"{Text.Mark}\""]), ("number", ["7", "-0", "1e400", "12345678901234567890123456789012345678901234567890", "0.1"]),
        ("boolean", ["true", "false"]), ("array", ["[]", "[[]]"]), ("object", ["{}", "{\"value\":1}"]),
    ];

    /// <summary>Numbers as others write them, which JSON has not.</summary>
    private static readonly string[] NoJson = ["NaN", "Infinity", "-", "01", "1.", "+1", "0x10", "undefined", "True", "nul"];

    private static readonly (string Name, string Raw)[] Deep =
    [
        .. new[] { 10, 40, 1000 }.Select(depth => ($"arrays in arrays, {depth} deep", Text.Nested(depth))),
        ("objects in objects, 100 deep", Text.Nested(100, '{', '}')),
    ];

    public static IEnumerable<BodyAttack> On(Operation operation) => operation.Body is { } schema && schema.Is("object") ? OnObject(schema, [], new Turns()) : [];

    private static IEnumerable<BodyAttack> OnObject(JsonObject schema, string[] path, Turns turns)
    {
        var at = path.Length == 0 ? "the body" : string.Join('.', path);
        foreach (var unknown in turns.Of("unknown", 3, "zq7Unknown", "", "__proto__", "$type", "Name", "a.b", "0", "\\u0000", new string('x', 5000)))
            yield return new($"{at}: a field that is not in the schema", (body, _) => body.AddTwice(path, unknown, "1"));
        foreach (var (name, property) in schema.Properties())
        {
            string[] place = [.. path, name];
            var where = string.Join('.', place);
            if (schema.RequiredNames().Contains(name)) yield return new($"{where}: left out", (body, _) => body.Remove(place));
            yield return new($"{where}: sent twice", (body, _) =>
            {
                if (body.ObjectAt(path) is { } own && own.ContainsKey(name)) body.AddTwice(path, name, own[name]?.ToJsonString() ?? "null");
            });
            yield return new($"{where}: in other letters", (body, _) => body.AddTwice(path, name.ToUpperInvariant(), "1"));
            foreach (var attack in OnValue(property, place, turns)) yield return attack;
        }
    }

    private static IEnumerable<BodyAttack> OnValue(JsonObject schema, string[] place, Turns turns)
    {
        var where = string.Join('.', place);
        BodyAttack Be(string what, string raw) => new($"{where}: {what}", (body, _) => body.Set(place, raw));

        foreach (var (type, raws) in Values.Where(value => !schema.Is(value.Type) && !(value.Type == "number" && schema.Is("integer"))))
            foreach (var raw in turns.Of(type, 1, raws)) yield return Be($"{raw} instead of {string.Join('/', schema.Types())}", raw);
        foreach (var raw in turns.Of("no JSON", 1, NoJson)) yield return Be($"{raw}, which is no JSON", raw);
        foreach (var (name, raw) in turns.Of("depths", 1, Deep)) yield return Be(name, raw);
        if (!schema.MayBeNull()) yield return Be("null", "null");

        if (schema.Is("string"))
            foreach (var (name, raw) in OnText(schema, turns)) yield return Be(name, raw);
        if (schema.Is("array"))
            foreach (var attack in OnList(schema, place, turns)) yield return attack;
        if (schema.Is("object"))
            foreach (var attack in OnObject(schema, place, turns)) yield return attack;
        if (schema.Is("integer") || schema.Is("number"))
            foreach (var raw in OnNumber(schema)) yield return Be(raw, raw);
    }

    private static IEnumerable<(string, string)> OnText(JsonObject schema, Turns turns)
    {
        foreach (var unkept in Text.Unkept) yield return unkept;
        foreach (var broken in turns.Of("broken", 2, Text.Broken)) yield return broken;
        if (schema.Limit("maxLength") is { } most)
        {
            yield return ($"{most + 1} characters, one too many", Text.Quoted(Text.Long(most + 1)));
            foreach (var longer in turns.Of("longer", 1,
                         ("100,000 characters", Text.Quoted(Text.Long(100_000))), ("too many characters, all escaped", $"\"{string.Concat(Enumerable.Repeat("\\u0041", most + 1))}\"")))
            {
                yield return longer;
            }
        }

        if (schema.Limit("minLength") is > 0 and var least) yield return ("too short", Text.Quoted(new string('x', least - 1)));
        if (schema.Codes() is { } codes)
        {
            foreach (var wrong in turns.Of("no code", 4,
                         Text.Mark, "", " ", "0", "-1", codes[0].ToLowerInvariant(), codes[0].ToUpperInvariant() + "X", $" {codes[0]}",
                         $"{codes[0]},{codes[^1]}", $"{codes[0]}\\u200b", Text.Long(5000)).Except(codes))
            {
                yield return ("no code of the list", wrong.Contains('\\', StringComparison.Ordinal) ? $"\"{wrong}\"" : Text.Quoted(wrong));
            }
        }
        else if (schema.Text("pattern") is not null || schema.Text("format") is not null)
        {
            foreach (var wrong in new[] { Text.Mark + " ?!", " ", "\u202e" + Text.Mark, "\u200b", "'; DROP TABLE x; --", "<script>", "../../etc/passwd", Text.Long(5000) }.Where(wrong => !IsOfTheForm(schema, wrong)))
                yield return ("not of the form", Text.Quoted(wrong));
        }

        string[] spoilt = schema.Text("format") switch
        {
            "uuid" => ["", "00000000000000000000000000000000", "{6f9619ff-8b86-d011-b42d-00c04fc964ff}", "6f9619ff-8b86-d011-b42d-00c04fc964ff0", "6f9619ff-8b86-d011-b42d-00c04fc964fg"],
            "date" => ["", "2031-02-30", "2031-2-3", "20310203", "2031-02-03T00:00:00Z", "0000-00-00", "10000-01-01", "03/02/2031"],
            "date-time" => ["", "2031-02-30T00:00:00Z", "2031-02-03", "yesterday"],
            _ => [],
        };
        foreach (var wrong in turns.Of($"no {schema.Text("format")}", 3, spoilt)) yield return ($"no {schema.Text("format")}", Text.Quoted(wrong));
    }

    private static bool IsOfTheForm(JsonObject schema, string text) => schema.Text("pattern") is { } pattern && Regex.IsMatch(text, pattern);

    private static IEnumerable<BodyAttack> OnList(JsonObject schema, string[] place, Turns turns)
    {
        var where = string.Join('.', place);
        var items = schema["items"]!.AsObject();
        string Many(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(i => items.Codes() is { } codes ? Text.Quoted(codes[i % codes.Count]) : Text.Quoted($"c{i}")))}]";
        if (schema.Limit("maxItems") is { } most)
        {
            yield return new($"{where}: {most + 1} items, one too many", (body, _) => body.Set(place, Many(most + 1)));
            foreach (var count in turns.Of("many items", 1, 50_000, 5_000, most + 2)) yield return new($"{where}: {count} items", (body, _) => body.Set(place, Many(Math.Max(count, most + 1))));
        }

        if (schema.Limit("minItems") is > 0) yield return new($"{where}: no item", (body, _) => body.Set(place, "[]"));
        yield return new($"{where}: null in the list", (body, _) => body.Set(place, "[null]"));
        foreach (var attack in OnValue(items, [.. place, "0"], turns)) yield return attack;
    }

    private static IEnumerable<string> OnNumber(JsonObject schema)
    {
        if (schema.Is("integer")) yield return "1.5";
        foreach (var word in new[] { "minimum", "maximum" })
            if (schema.Limit(word) is { } limit) yield return $"{(word == "minimum" ? limit - 1L : limit + 1L)}";
        yield return "1e400";
        yield return "\"1\"";
    }
}
