using Contracts;
using Identity.Audit;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Identity.Clients;

internal static class RemovedByMembership
{
    /// <summary>Removes clients because of a fact of Membership's.</summary>
    /// <remarks>
    /// Those registered after the day of the fact stay: read again from its start, the stream must not end the access that
    /// an agency got when it joined anew.
    /// </remarks>
    public static async Task RemoveAsync(
        IdentityDb db, IQueryable<Client> clients, string reason, JournalEntry entry, CancellationToken cancellationToken)
    {
        var day = new DateTimeOffset(entry.OccurredOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var before = day.AddDays(1);
        var affected = await clients.Where(client => client.RemovedAt == null && client.RegisteredAt < before).ToListAsync(cancellationToken);
        foreach (var client in affected.Where(client => !client.IsRemoved))
        {
            client.Remove(day);
            db.EndedAccess.Add(EndedAccess.OfClient(client.ClientId, before));
            db.Audit.Add(new AuditEntry(AuditedAction.ClientRemoved, day)
            {
                ClientId = client.ClientId,
                Hub = client.Hub,
                Actor = "membership",
                Reason = reason,
                RequestId = entry.EventId.ToString(),
            });
        }
    }
}
