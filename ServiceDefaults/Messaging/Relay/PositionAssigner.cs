using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Relay;

/// <summary>
/// Gives committed facts their positions, in order of insertion. A row that commits late gets a later position, so that
/// nothing is ever skipped; the transaction also renews the lease, so that two relays can never number at once.
/// </summary>
internal sealed class PositionAssigner(RelayLeaseHolder lease)
{
    public const int BatchSize = 1000;

    /// <returns>How many rows were numbered; null where the lease was lost.</returns>
    public async Task<int?> AssignAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        // Looked for outside the transaction: an idle relay writes nothing.
        if (!await Unnumbered(db).AnyAsync(cancellationToken)) return 0;

        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (!await lease.RenewAsync(db, cancellationToken)) return (int?)null;

            var rows = await Unnumbered(db).OrderBy(row => row.Sequence).Take(BatchSize)
                .Select(row => new { row.Sequence, row.Hub }).ToListAsync(cancellationToken);
            var hubs = rows.Select(row => row.Hub).Distinct().ToList();
            var streams = await db.JournalStreams.Where(stream => hubs.Contains(stream.Hub)).ToDictionaryAsync(stream => stream.Hub, cancellationToken);

            foreach (var run in Runs(rows.Select(row => (row.Sequence, row.Hub))))
            {
                if (!streams.TryGetValue(run.Hub, out var stream))
                    db.JournalStreams.Add(stream = streams[run.Hub] = new JournalStream { Hub = run.Hub });

                var offset = stream.Assigned + 1 - run.First;
                await db.Journal.Where(row => row.Sequence >= run.First && row.Sequence <= run.Last)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, row => row.Sequence + offset), cancellationToken);
                stream.Assigned += run.Last - run.First + 1;
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return rows.Count;
        });
    }

    private static IQueryable<JournalRow> Unnumbered(ServiceDb db) => db.Journal.Where(row => row.Position == null);

    /// <summary>Neighbours of one hub with consecutive sequences: each such run is numbered by one statement.</summary>
    private static IEnumerable<(string Hub, long First, long Last)> Runs(IEnumerable<(long Sequence, string Hub)> rows)
    {
        (string Hub, long First, long Last)? run = null;
        foreach (var (sequence, hub) in rows)
        {
            if (run is { } open && open.Hub == hub && open.Last + 1 == sequence)
            {
                run = open with { Last = sequence };
                continue;
            }

            if (run is { } done) yield return done;
            run = (hub, sequence, sequence);
        }

        if (run is { } last) yield return last;
    }
}
