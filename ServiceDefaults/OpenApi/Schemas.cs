using System.ComponentModel.DataAnnotations;
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
        if (type == typeof(string))
            schema.Type = context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        if (type.IsEnum)
            SetCodes(schema, type); // as a component; who refers to it says whether it may be null
        if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        if (declared != type && (type.IsEnum || type == typeof(DateTimeOffset)) && IsOptional(context) && !IsComponent(schema))
            AllowNull(schema);
        if (context.JsonTypeInfo.ElementType is { } element && schema.Type is { } kind && kind.HasFlag(JsonSchemaType.Array) && schema.Items is null)
        {
            var item = new OpenApiSchema { Type = JsonSchemaType.String };
            if (element.IsEnum)
                SetCodes(item, element);
            schema.Items = item;
        }

        if (context.JsonPropertyInfo is { } field)
            Limits.Describe(schema, field);

        schema.Description ??= context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property
            ? XmlSummaries.Of(property)
            : context.JsonPropertyInfo is null ? XmlSummaries.Of(type) : null;
        return Task.CompletedTask;
    }

    private static void AllowNull(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
    }

    /// <summary>One schema for all who refer to it: each of them says for itself whether it may be null.</summary>
    private static bool IsComponent(OpenApiSchema schema) =>
        schema.Metadata?.TryGetValue("x-schema-id", out var id) is true && !string.IsNullOrEmpty(id as string);

    private static bool IsOptional(OpenApiSchemaTransformerContext context) =>
        context.JsonPropertyInfo is { } field && field.AttributeProvider?.IsDefined(typeof(RequiredAttribute), true) is not true;

    private static void SetCodes(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)name)];
    }
}
