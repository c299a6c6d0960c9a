using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using ServiceDefaults.Http;

namespace ServiceDefaults.OpenApi;

/// <summary>
/// What a field's validation says, as its schema. The framework's own generator passes over members that may be left
/// out, and over attributes that stand on a record's parameter: what is refused would not be described.
/// </summary>
internal static class Limits
{
    /// <summary>What the framework's generator notes on a field that refers to a component and may be null.</summary>
    private const string NullableReference = "x-is-nullable-property";

    public static void Describe(OpenApiSchema schema, JsonPropertyInfo field)
    {
        foreach (var attribute in AttributesOf(field))
            Describe(schema, attribute);
    }

    private static void Describe(OpenApiSchema schema, ValidationAttribute attribute)
    {
        var list = schema.Type is { } type && type.HasFlag(JsonSchemaType.Array);
        switch (attribute)
        {
            case RequiredAttribute:
                schema.Type &= ~JsonSchemaType.Null;
                schema.Metadata?.Remove(NullableReference);
                if (!list && schema.Type is JsonSchemaType.String && schema.Enum is not { Count: > 0 } && schema.Format is null)
                    schema.MinLength ??= 1;
                break;
            case StringLengthAttribute length:
                Length(schema, list: false, length.MinimumLength, length.MaximumLength);
                break;
            case MinLengthAttribute least:
                Length(schema, list, least.Length, null);
                break;
            case MaxLengthAttribute most:
                Length(schema, list, null, most.Length);
                break;
            case LengthAttribute both:
                Length(schema, list, both.MinimumLength, both.MaximumLength);
                break;
            case RegularExpressionAttribute form:
                schema.Pattern = form.Pattern;
                break;
            case EmailAddressAttribute:
                schema.Format = "email";
                break;
            case RangeAttribute range:
                schema.Minimum = Convert.ToString(range.Minimum, CultureInfo.InvariantCulture);
                schema.Maximum = Convert.ToString(range.Maximum, CultureInfo.InvariantCulture);
                break;
            case EachItemAttribute each when list:
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = each.Pattern };
                break;
        }
    }

    private static void Length(OpenApiSchema schema, bool list, int? least, int? most)
    {
        if (list)
            (schema.MinItems, schema.MaxItems) = (least ?? schema.MinItems, most ?? schema.MaxItems);
        else
            (schema.MinLength, schema.MaxLength) = (Larger(least, schema.MinLength), most ?? schema.MaxLength);
    }

    private static int? Larger(int? one, int? other) => one is null || other > one ? other : one;

    private static IEnumerable<ValidationAttribute> AttributesOf(JsonPropertyInfo field) =>
        new[] { field.AttributeProvider, field.AssociatedParameter?.AttributeProvider }.OfType<ICustomAttributeProvider>()
            .SelectMany(provider => provider.GetCustomAttributes(inherit: true)).OfType<ValidationAttribute>();
}
