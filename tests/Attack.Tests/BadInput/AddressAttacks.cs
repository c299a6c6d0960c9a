using Attack.Tests.Requests;

namespace Attack.Tests.BadInput;

/// <summary>What is wrong with a path, a query, or a header that the platform itself reads.</summary>
internal static class AddressAttacks
{
    private static readonly string[] NoIds =
    [
        "x", "0", "-1", "null", "%20", "..%2f..%2fetc", "a%2Fb", "%c0%af", "%ff", "%e2%80%ae", "%F0%9F%92%A9", "%u0041", "%",
        "'%20OR%201=1--", Text.Mark, Text.Long(5000),
    ];

    /// <summary>Of the right form: the operation itself finds nothing there.</summary>
    private static readonly string[] NobodysIds =
        ["00000000-0000-0000-0000-000000000000", "6f9619ff-8b86-d011-b42d-00c04fc964ff", "%7B6f9619ff-8b86-d011-b42d-00c04fc964ff%7D"];

    private static readonly string[] NoKeys =
        ["", " ", "\"\"", "two words", "a\"b", "a\\b", "\"" + Text.Mark, "ключ", "\u00a0", "a,b c", Text.Long(201), Text.Long(4000)];

    private static readonly string[] NoTags = ["7", "W/7", "\"7", "x\"7\"", "\"7\" \"8\"", "\"7\",,\"8\";", Text.Mark, "**", "\"a\", *x"];

    private static readonly string[] Stale =
        ["\"0\"", "\"999999999\"", "\"-1\"", "\"\"", "\"zq7mark\"", "W/\"1\"", "W/\"0\"", "\"998\", \"999\"", "\"9223372036854775808\"", "\"01\""];

    public static IEnumerable<Attack> On(Draft valid, Turns turns)
    {
        var operation = valid.Operation;
        foreach (var (parameter, wrong) in operation.In("path").SelectMany(parameter => NobodysIds.Concat(turns.Of("ids", 5, NoIds)).Select(wrong => (parameter, wrong))))
            yield return new($"path {parameter.Name}: {Short(wrong)}", (draft, _) => draft.At(parameter.Name, wrong));
        foreach (var (parameter, (name, wrong)) in operation.In("query").SelectMany(parameter => WrongQueries(parameter).Select(wrong => (parameter, wrong))))
            yield return new($"query {parameter.Name}: {name}", (draft, _) => draft with { Query = Replaced(draft.Query, parameter.Name, wrong) });
        yield return new("query: a null character", (draft, _) => draft with { Query = draft.Query + (draft.Query.Length == 0 ? "?" : "&") + "x=%00" });

        if (operation.Takes("Idempotency-Key"))
        {
            foreach (var wrong in turns.Of("keys", 4, NoKeys)) yield return new($"Idempotency-Key: {Short(wrong)}", (draft, _) => draft.With("Idempotency-Key", wrong));
            yield return new("two keys", (draft, _) => draft.With("Idempotency-Key", Guid.NewGuid().ToString(), Guid.NewGuid().ToString()));
        }

        if (!operation.Takes("If-Match")) yield break;
        yield return new("no If-Match", (draft, _) => draft.With("If-Match"));
        foreach (var wrong in turns.Of("tags", 3, NoTags).Concat(turns.Of("stale tags", 4, Stale))) yield return new($"If-Match: {Short(wrong)}", (draft, _) => draft.With("If-Match", wrong));
    }

    private static IEnumerable<(string, string)> WrongQueries(Parameter parameter)
    {
        if (parameter.Required) yield return ("left out", "");
        string[] wrong = parameter.Schema switch
        {
            var schema when schema.Codes() is { } codes => [Text.Mark, "0", "99", codes[0] + "," + codes[^1], codes[0].ToLowerInvariant(), "%00"],
            var schema when schema.Is("integer") => ["x", "1.5", "1e3", "9223372036854775808", "%00", "1;2", Text.Long(500)],
            var schema when schema.Is("boolean") => ["2", "yes", "%00"],
            var schema when schema.Text("format") == "uuid" => ["x", "%00", Text.Mark, "1"],
            var schema when schema.Text("format") == "date-time" => ["x", "2031-02-30T00:00:00Z", "%00"],
            _ => ["%00"],
        };
        foreach (var value in wrong) yield return (Short(value), $"{parameter.Name}={value}");
        if (parameter.Schema.Limit("maximum") is { } most) yield return ("above the maximum", $"{parameter.Name}={most + 1L}");
        if (parameter.Schema.Limit("minimum") is { } least) yield return ("below the minimum", $"{parameter.Name}={least - 1L}");
    }

    private static string Replaced(string query, string name, string by)
    {
        var others = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith($"{name}=", StringComparison.Ordinal));
        return "?" + string.Join('&', by.Length == 0 ? others : others.Append(by));
    }

    private static string Short(string text) => text.Length > 40 ? $"{text[..8]}… ({text.Length} characters)" : text;
}
