using System.Text.Json;
using Contracts;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Relay;
using ServiceDefaults.Storage;

namespace Testing;

/// <summary>Facts in a real service's journal as its own saves would write them, so that a test can have many at once.</summary>
public static class Journals
{
    /// <summary>Writes facts in one save, in this order.</summary>
    public static async Task AppendAsync(IServiceProvider service, string hub, DateTimeOffset at, IEnumerable<IEvent> facts)
    {
        await using var scope = service.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        db.Journal.AddRange(facts.Select(fact => Row(hub, at, fact)));
        await db.SaveChangesAsync();
    }

    public static JournalRow Row(string hub, DateTimeOffset at, IEvent fact) => new()
    {
        Hub = hub,
        EventId = Guid.NewGuid(),
        Type = EventName.Of(fact.GetType()),
        Version = 1,
        OccurredAt = at,
        Payload = JsonSerializer.Serialize(fact, fact.GetType(), Answers.Json),
    };
}
