using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Relay;

/// <summary>This replica's claim to be the one that relays. A single-row compare-and-set, which holds on every provider.</summary>
internal sealed class RelayLeaseHolder
{
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(10);

    private readonly Guid me = Guid.NewGuid();
    private DateTimeOffset renewAt = DateTimeOffset.MinValue;

    /// <summary>Takes or keeps the lease. Asks the database only when a third of the term has passed.</summary>
    public async Task<bool> HoldAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        if (now < renewAt) return true;
        return Held(now, await db.RelayLeases
            .Where(lease => lease.Id == RelayLease.OnlyId && (lease.Owner == me || lease.ExpiresAt < now))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Owner, me).SetProperty(lease => lease.ExpiresAt, now + Term), cancellationToken));
    }

    /// <summary>Renews within the caller's transaction, and so locks out a taker-over until it ends.</summary>
    public async Task<bool> RenewAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        return Held(now, await db.RelayLeases
            .Where(lease => lease.Id == RelayLease.OnlyId && lease.Owner == me)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ExpiresAt, now + Term), cancellationToken));
    }

    /// <summary>Gives the lease back at an orderly stop, so that the next relay need not wait for it to expire.</summary>
    public async Task ReleaseAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        renewAt = DateTimeOffset.MinValue;
        await db.RelayLeases.Where(lease => lease.Id == RelayLease.OnlyId && lease.Owner == me)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ExpiresAt, DateTimeOffset.UnixEpoch), cancellationToken);
    }

    /// <summary>Whether a lease as it was read is this replica's.</summary>
    public bool IsMine(RelayLease lease) => lease.Owner == me;

    private bool Held(DateTimeOffset now, int rows)
    {
        renewAt = rows == 1 ? now + (Term / 3) : DateTimeOffset.MinValue;
        return rows == 1;
    }
}
