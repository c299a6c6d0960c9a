using System.Globalization;
using System.Text.Json.Nodes;

namespace Attack.Tests.Requests;

/// <summary>What a schema says, by the words of JSON Schema.</summary>
internal static class Schema
{
    public static IReadOnlyList<string> Types(this JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => (string)type!)],
        { } one => [(string)one!],
        null => [],
    };

    public static bool Is(this JsonObject schema, string type) => schema.Types().Contains(type);

    public static bool MayBeNull(this JsonObject schema) => schema.Is("null");

    public static IReadOnlyList<string>? Codes(this JsonObject schema) =>
        schema["enum"] is JsonArray codes ? [.. codes.Where(code => code is not null).Select(code => (string)code!)] : null;

    /// <summary>A limit that a test can go beyond; the ends of the numbers themselves are none.</summary>
    public static int? Limit(this JsonObject schema, string word) =>
        schema[word] is { } limit && int.TryParse(limit.ToJsonString(), CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Text(this JsonObject schema, string word) => (string?)schema[word];

    public static IEnumerable<(string Name, JsonObject Schema)> Properties(this JsonObject schema) =>
        schema["properties"] is JsonObject properties ? properties.Select(property => (property.Key, property.Value!.AsObject())) : [];

    public static IReadOnlyList<string> RequiredNames(this JsonObject schema) =>
        schema["required"] is JsonArray required ? [.. required.Select(name => (string)name!)] : [];
}
