using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ServiceDefaults.OpenApi;

/// <summary>What the generator cannot see behind our own converters, and the summaries of types and fields.</summary>
internal static class Schemas
{
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var declared = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string) || type.IsEnum)
        {
            var nullable = type != declared || context.JsonPropertyInfo is { IsGetNullable: true };
            schema.Type = nullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        }

        if (type.IsEnum)
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)name)];
        schema.Description ??= context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property
            ? XmlSummaries.Of(property)
            : context.JsonPropertyInfo is null ? XmlSummaries.Of(type) : null;
        return Task.CompletedTask;
    }
}
