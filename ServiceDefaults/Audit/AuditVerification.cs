using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace ServiceDefaults.Audit;

/// <summary>What was done to an entry behind the platform's back.</summary>
public enum AuditFaultKind { Altered, Removed, Inserted }

/// <summary>The first entry that is not as it was written.</summary>
public sealed record AuditFault(long Number, AuditFaultKind Kind);

/// <summary>Reads a chain from its start and names the first entry that was altered, removed or inserted.</summary>
internal static class AuditVerification
{
    private const int Part = 1000;

    public static async Task<AuditFault?> VerifyAsync(AuditedDb db, AuditHead head, CancellationToken cancellationToken)
    {
        AuditEntry? previous = null;
        AuditFault? fault = null;
        // No further than the head that was read: the chain grows meanwhile.
        await foreach (var entry in ReadAsync(db, head, cancellationToken))
        {
            fault = Fault(entry, previous);
            if (fault is not null) break;
            previous = entry;
        }

        if (fault is not null) return await IsInsertedAsync(db, head.Hub, fault.Number, cancellationToken) ? fault with { Kind = AuditFaultKind.Inserted } : fault;
        var last = previous?.Number ?? 0;
        if (last < head.Number) return new(last + 1, AuditFaultKind.Removed);
        if ((previous?.Hash ?? "") != head.Hash) return new(last, AuditFaultKind.Altered);
        return await BeyondHeadAsync(db, head.Hub, cancellationToken) is { } number ? new(number, AuditFaultKind.Inserted) : null;
    }

    /// <summary>Part by part: where a connection may be tried again, what a query finds is held in memory whole.</summary>
    private static async IAsyncEnumerable<AuditEntry> ReadAsync(AuditedDb db, AuditHead head, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = long.MinValue;
        List<AuditEntry> part;
        do
        {
            var after = last;
            part = await db.AuditEntries.AsNoTracking().Where(entry => entry.Hub == head.Hub && entry.Number > after && entry.Number <= head.Number)
                .OrderBy(entry => entry.Number).Take(Part).ToListAsync(cancellationToken);
            foreach (var entry in part) yield return entry;
            if (part.Count > 0) last = part[^1].Number;
        }
        while (part.Count == Part);
    }

    private static AuditFault? Fault(AuditEntry entry, AuditEntry? previous)
    {
        var expected = (previous?.Number ?? 0) + 1;
        if (entry.Number < expected) return new(entry.Number, AuditFaultKind.Inserted);
        if (entry.Number > expected) return new(expected, AuditFaultKind.Removed);
        if (entry.DigestAs(expected) == entry.Hash)
        {
            // Whole in itself, but where it names another predecessor, that one was replaced and hashed anew.
            return entry.PreviousHash == (previous?.Hash ?? "") ? null : new(previous?.Number ?? expected, AuditFaultKind.Altered);
        }

        // Whole under a neighbouring number: the chain was renumbered to close a gap, or to make room.
        if (entry.DigestAs(expected + 1) == entry.Hash) return new(expected, AuditFaultKind.Removed);
        if (previous is not null && entry.DigestAs(expected - 1) == entry.Hash) return new(previous.Number, AuditFaultKind.Inserted);
        return new(expected, AuditFaultKind.Altered);
    }

    /// <summary>Whether what follows is whole under this number: then room was made for this one.</summary>
    private static async Task<bool> IsInsertedAsync(AuditedDb db, string hub, long number, CancellationToken cancellationToken) =>
        await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Hub == hub && entry.Number == number + 1, cancellationToken) is { } next
        && next.DigestAs(number) == next.Hash;

    /// <summary>In one statement with the head as it now is.</summary>
    private static Task<long?> BeyondHeadAsync(AuditedDb db, string hub, CancellationToken cancellationToken) => db.AuditEntries
        .Where(entry => entry.Hub == hub && entry.Number > db.AuditHeads.Where(head => head.Hub == hub).Select(head => head.Number).First())
        .MinAsync(entry => (long?)entry.Number, cancellationToken);
}
