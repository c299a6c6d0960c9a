using System.Globalization;
using System.Text.Json;

namespace EndToEnd.Tests.Marked;

/// <summary>
/// Messages that no service of ours wrote, full of what is about a person: no JSON, no entry, an entry of no journal, one of
/// no stream. Onto the exchange and straight into the queues.
/// </summary>
internal sealed class MarkedMessages(PlatformBroker broker, Marks marks)
{
    public static readonly string[] Queues = ["reporting-harbor", "case-referral"];
    /// <summary>How many of them go straight into each queue for each notation.</summary>
    public const int Kinds = 8;

    public async Task SendAllAsync()
    {
        foreach (var text in marks.Texts)
        {
            foreach (var (payload, type) in Payloads(text))
            {
                await broker.PublishAsync("journal", $"harbor.membership.{text}", payload, Headers(text), type);
                foreach (var queue in Queues) await broker.PublishAsync("", queue, payload, Headers(text), type);
            }
        }
    }

    private static Dictionary<string, string> Headers(string text) => new() { ["client"] = text, ["MT-Fault-Message"] = text, ["MT-Activity-Id"] = text, ["traceparent"] = text };

    private static IEnumerable<(string Payload, string Type)> Payloads(string text)
    {
        var json = JsonSerializer.Serialize(text);
        yield return (text, "application/json");
        yield return ($"{{\"position\": {json}, {json}: 1}}", "application/json");
        yield return ($"{{\"messageType\": [{json}], \"message\": {{\"name\": {json}}}}}", "application/vnd.masstransit+json");
        yield return (Entry("case-referral", "harbor", 900_000, "referral-made", text), "application/json");
        yield return (Entry("membership", "harbor", 900_001, text, text), "application/json");
        yield return (Entry("membership", text, 1, "agency-listed", text), "application/json");
        yield return (Entry("membership", text, 7, "agency-listed", text), "application/json");
        yield return (Entry(text, text, 1, text, text), "application/json");
    }

    private static string Entry(string service, string hub, long position, string type, string text) => JsonSerializer.Serialize(new
    {
        service, hub, position, eventId = Guid.NewGuid(), type, version = 1, taskForceId = (Guid?)null,
        occurredOn = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        payload = JsonSerializer.Serialize(new { agencyName = text, referralId = text, note = text }), traceParent = text,
    });
}
