using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts;
using Contracts.CaseReferral;
using Contracts.Membership;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Relay;
using ServiceDefaults.Storage;

namespace Messaging.Tests;

/// <summary>Facts written into a real service's journal as its own saves would, so that a test can have many at once.</summary>
internal static class Facts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static ReferralMade Made(Guid? id = null) => new(
        id ?? Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), [ServiceType.EmergencyHousing], Urgency.Immediate, new DateOnly(2026, 3, 4));

    public static AgencyListed Listed(string hub, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), hub, "An invented agency", AgencyType.NGO, AgencyClass.VictimServices);

    public static AgencyJoined Joined(Guid? agency = null) => new(Guid.NewGuid(), agency ?? Guid.NewGuid(), new DateOnly(2026, 3, 4));

    /// <summary>Writes facts in one save, in this order.</summary>
    public static async Task WriteAsync(IServiceProvider service, string hub, params IEnumerable<IEvent> facts)
    {
        await using var scope = service.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        foreach (var fact in facts)
        {
            db.Journal.Add(new JournalRow
            {
                Hub = hub, EventId = Guid.NewGuid(), Type = EventName.Of(fact.GetType()), Version = 1, OccurredAt = DateTimeOffset.UtcNow,
                Payload = JsonSerializer.Serialize(fact, fact.GetType(), Json),
            });
        }

        await db.SaveChangesAsync();
    }

    public static async Task<T> ReadAsync<T>(IServiceProvider service, Func<ServiceDb, Task<T>> read)
    {
        await using var scope = service.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ServiceDb>());
    }

    /// <summary>The position up to which the service has applied a stream.</summary>
    public static Task<long> WatermarkAsync(IServiceProvider service, string source, string hub) => ReadAsync(service, db =>
        db.Watermarks.Where(mark => mark.Service == source && mark.Hub == hub).Select(mark => mark.Position).SingleOrDefaultAsync());
}
