using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts;

namespace ServiceDefaults.Messaging;

/// <summary>How facts are written. Readers are tolerant: a later version may have more fields than they know.</summary>
internal static class JournalJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static string Write(IEvent fact) => JsonSerializer.Serialize(fact, fact.GetType(), Options);

    public static TEvent Read<TEvent>(string payload) where TEvent : IEvent =>
        JsonSerializer.Deserialize<TEvent>(payload, Options) ?? throw new JsonException("The payload is null.");
}
