using System.Text.Json;
using Testing;

namespace Membership.Tests;

/// <summary>A list, as the service's own description has it.</summary>
/// <param name="Query">The schemas of what may be asked for.</param>
internal sealed record DescribedList(string Name, Dictionary<string, JsonElement> Query, bool HasBody)
{
    public static async Task<List<DescribedList>> AllAsync(MembershipService service)
    {
        using var anonymous = service.Anonymous();
        var document = await (await anonymous.GetAsync("/openapi/v1.json")).ReadAsync<JsonElement>();
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where AnswersWithArray(operation.Value)
               let parameters = operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToArray() : []
               let query = parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query")
                   .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => Resolved(document, parameter.GetProperty("schema")))
               select new DescribedList($"{operation.Name.ToUpperInvariant()} {path.Name}", query, operation.Value.TryGetProperty("requestBody", out _)),
        ];
    }

    private static bool AnswersWithArray(JsonElement operation) =>
        operation.GetProperty("responses").TryGetProperty("200", out var answer) && answer.TryGetProperty("content", out var content)
        && content.TryGetProperty("application/json", out var json) && json.GetProperty("schema").TryGetProperty("type", out var type)
        && type.ToString().Contains("array", StringComparison.Ordinal);

    private static JsonElement Resolved(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var either)) schema = either.EnumerateArray().First(one => !one.TryGetProperty("type", out var type) || type.ToString() != "null");
        if (!schema.TryGetProperty("$ref", out var reference)) return schema;
        return document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
    }

    /// <summary>Each filter with a value that it allows.</summary>
    public List<string> Filters() =>
        [.. Query.Where(parameter => parameter.Key is not ("take" or "after")).Select(parameter => $"{parameter.Key}={ValueOf(parameter.Key, parameter.Value)}")];

    /// <summary>One that is allowed: the first of a list of codes, today, some id.</summary>
    private static string ValueOf(string name, JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var codes)) return codes.EnumerateArray().First(code => code.ValueKind == JsonValueKind.String).GetString()!;
        var format = schema.TryGetProperty("format", out var said) ? said.GetString() : null;
        var type = schema.TryGetProperty("type", out var types) ? types.ToString() : "";
        return (name, format) switch
        {
            ("language", _) => "tha",
            ("area", _) => "US-CA",
            (_, "uuid") => $"{Guid.NewGuid()}",
            (_, "date") => $"{DateTime.UtcNow:yyyy-MM-dd}",
            (_, "date-time") => $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}",
            (_, "int32") => "1",
            _ => type.Contains("boolean", StringComparison.Ordinal) ? "true" : type.Contains("integer", StringComparison.Ordinal) ? "1" : "open",
        };
    }
}
