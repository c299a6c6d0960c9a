using Contracts;
using Microsoft.EntityFrameworkCore;

namespace ServiceDefaults.Audit;

/// <summary>
/// Chains new entries to their hub's head. An update of the head's row that changes nothing takes its lock on every
/// provider, so the next writer of the same hub waits until this transaction ends instead of trying again; the lock is
/// taken before any other row of the save, so two saves cannot wait for each other.
/// </summary>
internal static class AuditChain
{
    public static async Task AppendAsync(AuditedDb db, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ForgetHeads(db);
        foreach (var chain in entries.GroupBy(entry => entry.Hub).OrderBy(chain => chain.Key, StringComparer.Ordinal))
        {
            // A hub that was not told of yet: better in the platform's chain than in none.
            var head = await LockAsync(db, chain.Key, cancellationToken)
                ?? await LockAsync(db, JournalEntry.PlatformHub, cancellationToken)
                ?? throw new InvalidOperationException("The platform's audit chain is missing.");
            foreach (var entry in chain) entry.ChainTo(head);
        }
    }

    /// <summary>Whatever a save before left of them, or one that failed: where a chain ends is read anew.</summary>
    public static void ForgetHeads(AuditedDb db)
    {
        foreach (var known in db.ChangeTracker.Entries<AuditHead>().Where(head => head.State != EntityState.Added).ToList())
            known.State = EntityState.Detached;
    }

    private static async Task<AuditHead?> LockAsync(AuditedDb db, string hub, CancellationToken cancellationToken)
    {
        var head = db.AuditHeads.Where(head => head.Hub == hub);
        var locked = await head.ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, row => row.Number), cancellationToken);
        return locked == 0 ? null : await head.AsTracking().SingleAsync(cancellationToken);
    }
}
