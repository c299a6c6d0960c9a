using System.Globalization;
using System.Text.Json;

namespace Membership.Agencies.Hsds;

/// <summary>HSDS 3 JSON: one organization, an array of them, or a page of them as the read API gives it. What the directory has no place for is not looked at.</summary>
internal static class HsdsJson
{
    /// <summary>The lists that are read of an object, with the table that each of its items is a row of, and how a row names this object.</summary>
    private static readonly Dictionary<string, (string List, string Parent)[]> Nested = new(StringComparer.Ordinal)
    {
        [HsdsTables.Organizations] =
        [
            (HsdsTables.Services, "organization_id"), (HsdsTables.Phones, "organization_id"), (HsdsTables.Locations, "organization_id"),
            (HsdsTables.Attributes, "link_id"),
        ],
        [HsdsTables.Services] =
        [
            (HsdsTables.Languages, "service_id"), (HsdsTables.Schedules, "service_id"), (HsdsTables.ServiceAreas, "service_id"),
            (HsdsTables.Phones, "service_id"), (HsdsTables.Attributes, "link_id"),
        ],
        [HsdsTables.Locations] = [(HsdsTables.Languages, "location_id"), (HsdsTables.Schedules, "location_id"), (HsdsTables.Phones, "location_id")],
        [HsdsTables.Schedules] = [(HsdsTables.Attributes, "link_id")],
    };

    public static HsdsTables Read(string text, HsdsReport report)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement, report);
        }
        catch (JsonException exception)
        {
            throw new UnreadableFileException(exception.LineNumber is { } line
                ? $"The JSON breaks off at line {line + 1}, position {exception.BytePositionInLine + 1}."
                : "The JSON cannot be read, or says something twice.");
        }
    }

    private static HsdsTables Read(JsonElement root, HsdsReport report)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("contents", out var contents)) root = contents;
        if (root.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            throw new UnreadableFileException("The JSON must be an organization or an array of organizations.");

        var tables = new HsdsTables(report);
        var row = 0;
        foreach (var organization in root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().AsEnumerable() : [root])
        {
            tables.Count();
            var place = string.Create(CultureInfo.InvariantCulture, $"row {++row}");
            if (row > HsdsTables.MaxOrganizations) throw new UnreadableFileException($"The file has more than {HsdsTables.MaxOrganizations} organizations.");
            if (organization.ValueKind == JsonValueKind.Object) Take(organization, HsdsTables.Organizations, place, null, tables);
            else report.Refuse(place, "organization", "Must be an object.");
        }

        return tables;
    }

    private static void Take(JsonElement item, string table, string place, (string Field, string Place)? parent, HsdsTables tables)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in item.EnumerateObject())
        {
            if (Text(property.Value) is { } text) fields[property.Name] = text;
        }

        if (parent is { } above)
        {
            // Whatever it says itself: it belongs to what it stands in.
            foreach (var named in HsdsTables.Parents) fields.Remove(named);
            fields[above.Field] = above.Place;
        }

        if (table == HsdsTables.Attributes && item.TryGetProperty("taxonomy_term", out var term) && term.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in new[] { "code", "taxonomy" })
            {
                if (term.TryGetProperty(name, out var value) && Text(value) is { } text) fields[$"taxonomy_term.{name}"] = text;
            }
        }

        var lists = Nested.GetValueOrDefault(table, []);
        foreach (var (list, _) in lists)
        {
            if (item.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array) fields[HsdsTables.Mark(list)] = list;
        }

        tables.Add(table, new HsdsRow(place, fields));
        foreach (var (list, field) in lists)
        {
            if (!fields.ContainsKey(HsdsTables.Mark(list))) continue;
            foreach (var (index, child) in item.GetProperty(list).EnumerateArray().Index())
            {
                tables.Count();
                var at = string.Create(CultureInfo.InvariantCulture, $"{place}, {list} {index + 1}");
                if (child.ValueKind == JsonValueKind.Object) Take(child, list, at, (field, place), tables);
                else tables.Report.Refuse(at, list, "Must be an object.");
            }
        }
    }

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Number) return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: valid JSON, but no text.
            return null;
        }
    }
}
