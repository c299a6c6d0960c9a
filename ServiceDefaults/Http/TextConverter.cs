using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceDefaults.Http;

/// <summary>Text without null characters: PostgreSQL cannot store them, and nothing anybody types holds one.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text is null || !text.Contains('\0', StringComparison.Ordinal)
            ? text
            : throw new BodyFieldException("Send text without null characters.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options)!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
