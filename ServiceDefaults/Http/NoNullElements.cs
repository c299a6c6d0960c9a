using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace ServiceDefaults.Http;

/// <summary>Refuses null inside lists whose elements may not be null; the serializer checks properties only.</summary>
internal static class NoNullElements
{
    public static void Refuse(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var lists = type.Properties.Where(property => property.Get is not null && HoldsNoNulls(property)).ToList();
        if (lists.Count == 0)
            return;
        type.OnDeserialized += read =>
        {
            foreach (var list in lists)
            {
                if (list.Get!(read) is IEnumerable elements && elements.Cast<object?>().Contains(null))
                    throw new BodyFieldException("Leave null out of the list.", list.Name);
            }
        };
    }

    private static bool HoldsNoNulls(JsonPropertyInfo property)
    {
        if (property.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
            || property.AttributeProvider is not PropertyInfo member)
        {
            return false;
        }

        var nullability = new NullabilityInfoContext().Create(member);
        var element = nullability.ElementType ?? (nullability.GenericTypeArguments is [var only] ? only : null);
        return element is { ReadState: NullabilityState.NotNull, Type.IsValueType: false };
    }
}
