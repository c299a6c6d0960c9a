using System.Text.Json;

namespace Membership.Agencies;

/// <summary>HSDS 3 JSON: one organization, or an array of them. What else it says is not looked at.</summary>
internal static class HsdsJson
{
    public static HsdsFile Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new UnreadableFileException(exception.LineNumber is { } line
                ? $"The JSON breaks off at line {line + 1}, position {exception.BytePositionInLine + 1}."
                : "The JSON cannot be read, or says something twice.");
        }
    }

    private static HsdsFile Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > HsdsFile.MaxRows)
            throw new UnreadableFileException($"The file has more than {HsdsFile.MaxRows} organizations.");
        if (root.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            throw new UnreadableFileException("The JSON must be an organization or an array of organizations.");

        var file = new HsdsFile();
        var row = 0;
        foreach (var organization in root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().AsEnumerable() : [root])
        {
            row++;
            if (organization.ValueKind == JsonValueKind.Object) file.Take(row, Text(organization, "id"), Text(organization, "name"));
            else file.Refuse(row, "organization", "Must be an object.");
        }

        return file;
    }

    private static string? Text(JsonElement organization, string property)
    {
        if (!organization.TryGetProperty(property, out var value) || value.ValueKind != JsonValueKind.String) return null;
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
