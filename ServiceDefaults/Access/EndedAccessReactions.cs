using Contracts;
using Contracts.Identity;
using Contracts.Membership;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Access;

/// <summary>Ends and restores access as identity and membership tell; in every service that follows them.</summary>
internal sealed class EndedAccessReactions(ServiceDb db)
    : IReactTo<ClientRemoved>, IReactTo<SeatEnded>, IReactTo<AgencyLeft>, IReactTo<AgencySuspended>, IReactTo<AgencyJoined>, IReactTo<AgencyReinstated>
{
    public Task ReactAsync(ClientRemoved fact, JournalEntry entry, CancellationToken cancellationToken) =>
        AddAsync(EndedAccess.OfClient(fact.ClientId, EndOf(entry)), cancellationToken);

    public Task ReactAsync(SeatEnded fact, JournalEntry entry, CancellationToken cancellationToken) =>
        AddAsync(EndedAccess.OfSeat(fact.SeatId, EndOf(entry)), cancellationToken);

    public Task ReactAsync(AgencyLeft fact, JournalEntry entry, CancellationToken cancellationToken) =>
        AddAsync(EndedAccess.OfMember(fact.AgencyId, fact.TaskForceId, EndOf(entry)), cancellationToken);

    public Task ReactAsync(AgencySuspended fact, JournalEntry entry, CancellationToken cancellationToken) =>
        AddAsync(EndedAccess.OfMember(fact.AgencyId, fact.TaskForceId, EndOf(entry)), cancellationToken);

    public Task ReactAsync(AgencyJoined fact, JournalEntry entry, CancellationToken cancellationToken) =>
        RestoreAsync(fact.AgencyId, fact.TaskForceId, cancellationToken);

    public Task ReactAsync(AgencyReinstated fact, JournalEntry entry, CancellationToken cancellationToken) =>
        RestoreAsync(fact.AgencyId, fact.TaskForceId, cancellationToken);

    private async Task AddAsync(EndedAccess ended, CancellationToken cancellationToken)
    {
        if (await db.EndedAccess.FindAsync([ended.Holder], cancellationToken) is not { } known)
            db.EndedAccess.Add(ended);
        else if (db.Entry(known).State == EntityState.Deleted)
            db.Entry(known).State = EntityState.Unchanged; // restored and ended again within one run
    }

    private async Task RestoreAsync(Guid agencyId, Guid taskForceId, CancellationToken cancellationToken)
    {
        if (await db.EndedAccess.FindAsync([EndedAccess.Member(agencyId, taskForceId)], cancellationToken) is { } ended)
            db.EndedAccess.Remove(ended);
    }

    /// <summary>The day is all an entry tells; its end is never too early.</summary>
    private static DateTimeOffset EndOf(JournalEntry entry) => new(entry.OccurredOn.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
