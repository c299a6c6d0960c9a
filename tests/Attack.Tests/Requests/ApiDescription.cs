using System.Text.Json.Nodes;
using Attack.Tests.Platform;

namespace Attack.Tests.Requests;

/// <summary>Reads the operations from a service's own OpenAPI document.</summary>
internal static class ApiDescription
{
    public static async Task<IReadOnlyList<Operation>> ReadAllAsync(AttackedPlatform platform)
    {
        var all = new List<Operation>();
        foreach (var service in platform.Services.Keys)
            all.AddRange(Read(service, JsonNode.Parse(await platform.To(service).GetStringAsync("/openapi/v1.json"))!.AsObject()));
        return all;
    }

    private static IEnumerable<Operation> Read(string service, JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        let described = operation.Value!.AsObject()
        select new Operation(
            service, HttpMethod.Parse(operation.Key), path.Key,
            [.. (described["parameters"]?.AsArray() ?? []).Select(parameter => new Parameter(
                (string)parameter!["name"]!, (string)parameter["in"]!, (bool?)parameter["required"] is true, Whole(parameter["schema"]!, document)))],
            described["requestBody"]?["content"]?["application/json"]?["schema"] is { } body ? Whole(body, document) : null,
            Anonymous: described["security"] is null);

    /// <summary>A schema with what it refers to in its place; what may be null says so in its type.</summary>
    private static JsonObject Whole(JsonNode schema, JsonObject document)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            var target = (JsonNode)document;
            foreach (var part in reference.Split('/').Skip(1)) target = target[part]!;
            return Whole(target, document);
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            var chosen = Whole(choices.Single(choice => (string?)choice!["type"] != "null")!, document);
            if (choices.Count > 1) chosen["type"] = new JsonArray("null", chosen["type"]!.DeepClone());
            return chosen;
        }

        var whole = schema.DeepClone().AsObject();
        if (whole["properties"] is JsonObject properties)
        {
            foreach (var name in properties.Select(property => property.Key).ToList())
                properties[name] = Whole(schema["properties"]![name]!, document);
        }

        if (whole["items"] is not null) whole["items"] = Whole(schema["items"]!, document);
        return whole;
    }
}
