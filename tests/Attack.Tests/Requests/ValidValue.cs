using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Attack.Tests.Requests;

/// <summary>A value that a schema allows; what only the service knows (a real id, a code's pattern) a sample must give.</summary>
internal static class ValidValue
{
    /// <param name="operation">For the sentence that says what to add.</param>
    public static JsonObject Body(Operation operation, JsonObject? given)
    {
        var body = Object(operation.Body!, given, operation.Key, "");
        if (given?.Select(value => value.Key).Except(body.Select(value => value.Key)).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"{operation}: its sample gives {unknown}, which its schema does not have. Take it out of Samples.");
        return body;
    }

    private static JsonObject Object(JsonObject schema, JsonObject? given, string operation, string path)
    {
        var value = new JsonObject();
        foreach (var (name, property) in schema.Properties())
        {
            value[name] = given is not null && given.TryGetPropertyValue(name, out var own)
                ? own?.DeepClone()
                : Of(property, operation, $"{path}{name}");
        }

        return value;
    }

    private static JsonNode? Of(JsonObject schema, string operation, string path)
    {
        if (schema.Codes() is [var code, ..]) return code;
        if (schema.Is("object")) return Object(schema, null, operation, $"{path}.");
        if (schema.Is("array"))
        {
            var wanted = Math.Max(1, schema.Limit("minItems") ?? 0);
            var items = schema["items"]!.AsObject();
            return new JsonArray([.. Enumerable.Range(0, wanted).Select(index =>
                items.Codes() is { } codes ? codes[index] : Of(items, operation, $"{path}[{index}]"))]);
        }

        if (schema.Is("boolean")) return true;
        if (schema.Is("integer") || schema.Is("number")) return schema.Limit("minimum") ?? 1;
        return schema.Is("string") && Text(schema) is { } text ? text
            : schema.MayBeNull() ? null
            : throw new InvalidOperationException(
                $"{operation}: no valid value can be made for {path} from its schema {schema.ToJsonString()}. Add one in Attack.Tests/Requests/Samples.cs.");
    }

    /// <summary>Null where the schema alone does not tell.</summary>
    private static string? Text(JsonObject schema)
    {
        var text = schema.Text("format") switch
        {
            null => "Sample of text"[..Math.Min(14, schema.Limit("maxLength") ?? 14)],
            "date" => "2031-05-01",
            "email" => "someone@agency.example",
            _ => null,
        };
        return text is not null && text.Length >= (schema.Limit("minLength") ?? 0)
            && (schema.Text("pattern") is not { } pattern || Regex.IsMatch(text, pattern)) ? text : null;
    }
}
