using Microsoft.OpenApi;

namespace ServiceDefaults.OpenApi;

/// <summary>What every error looks like, described once.</summary>
internal static class ProblemSchema
{
    public const string Name = "Problem";

    public static OpenApiSchema Create() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "An error (RFC 9457). Some kinds carry more, such as the state that does not allow a verb.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("The kind of error; stable."),
            ["title"] = Text("What the kind means."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("What to do next."),
            ["traceId"] = Text("What operators find the request by."),
            ["violated-policies"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Which limits were reached, by their names in RateLimit-Policy (429, 503).",
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong, by field (400).",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
