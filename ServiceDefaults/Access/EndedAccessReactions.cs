using Contracts;
using Contracts.Identity;
using Contracts.Membership;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Access;

/// <summary>Ends and restores access as identity and membership tell; in every service that follows them.</summary>
internal sealed class EndedAccessReactions(ServiceDb db)
    : IReactTo<ClientRemoved>, IReactTo<SeatEnded>, IReactTo<AgencyLeft>, IReactTo<AgencyJoined>
{
    public Task ReactAsync(ClientRemoved fact, JournalEntry entry, CancellationToken cancellationToken) =>
        AddAsync(EndedAccess.OfClient(fact.ClientId, EndOf(entry)), cancellationToken);

    public Task ReactAsync(SeatEnded fact, JournalEntry entry, CancellationToken cancellationToken) =>
        AddAsync(EndedAccess.OfSeat(fact.SeatId, EndOf(entry)), cancellationToken);

    public Task ReactAsync(AgencyLeft fact, JournalEntry entry, CancellationToken cancellationToken) =>
        AddAsync(EndedAccess.OfMember(fact.AgencyId, fact.TaskForceId, EndOf(entry)), cancellationToken);

    public async Task ReactAsync(AgencyJoined fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.EndedAccess.FindAsync([EndedAccess.Member(fact.AgencyId, fact.TaskForceId)], cancellationToken) is { } ended)
            db.EndedAccess.Remove(ended);
    }

    private async Task AddAsync(EndedAccess ended, CancellationToken cancellationToken)
    {
        if (await db.EndedAccess.FindAsync([ended.Holder], cancellationToken) is not { } known)
            db.EndedAccess.Add(ended);
        else if (db.Entry(known).State == EntityState.Deleted)
            db.Entry(known).State = EntityState.Unchanged; // joined and left again within one run
    }

    /// <summary>The day is all an entry tells; its end is never too early.</summary>
    private static DateTimeOffset EndOf(JournalEntry entry) => new(entry.OccurredOn.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
