using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ServiceDefaults.Http;

/// <summary>
/// Instants of RFC 3339, with their offset. The framework's converter also takes a day alone, and what has no offset: it
/// would then be the server's own clock that decides when that is.
/// </summary>
internal sealed partial class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Whole().IsMatch(reader.GetString()!) && reader.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new BodyFieldException("Send an instant with its offset, such as 2031-05-01T17:00:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
