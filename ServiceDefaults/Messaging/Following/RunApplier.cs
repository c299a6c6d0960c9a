using System.Globalization;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Audit;
using ServiceDefaults.Messaging.Faults;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Following;

/// <summary>An event that its reaction would not take. Those before it in the run are applied.</summary>
internal sealed class EventNotAppliedException(JournalEntry entry, Exception cause) : Exception("An event was not applied.", cause)
{
    public JournalEntry Entry { get; } = entry;
}

/// <summary>Applies a run of one stream's entries and moves its watermark, in one transaction.</summary>
internal sealed class RunApplier(IServiceScopeFactory scopes, ReactionCatalog reactions, TimeProvider time)
{
    /// <summary>As long as the audit keeps them.</summary>
    private const int PlaceLength = 64, ActionLength = 200;

    /// <param name="run">Entries of one stream without a gap, the first right behind the watermark.</param>
    /// <exception cause="EventNotAppliedException">Names the event that failed; what stands before it is applied.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Another replica moved the watermark: read it anew.</exception>
    public async Task ApplyAsync(StreamName stream, IReadOnlyList<JournalEntry> run, CancellationToken cancellationToken)
    {
        try
        {
            await ApplyInOneTransactionAsync(stream, run, cancellationToken);
        }
        catch (Exception exception) when (run.Count > 1 && exception is not (DbUpdateConcurrencyException or OperationCanceledException))
        {
            // One of them is at fault: singly, the ones before it go through and the culprit names itself.
            foreach (var entry in run) await ApplyInOneTransactionAsync(stream, [entry], cancellationToken);
        }
    }

    private async Task ApplyInOneTransactionAsync(StreamName stream, IReadOnlyList<JournalEntry> run, CancellationToken cancellationToken)
    {
        Undertaking.Begin(Following(stream, run));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                await MoveWatermarkAsync(db, stream, run, cancellationToken);
                foreach (var entry in run)
                {
                    using var activity = JournalTelemetry.Continue("journal apply", entry.TraceParent, entry.Type);
                    if (reactions.For(entry) is { } reaction) await reaction.ApplyAsync(scope.ServiceProvider, entry, cancellationToken);
                }

                await HealAsync(db, stream, run[^1].Position, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            });
        }
        catch (Exception exception) when (run.Count == 1 && exception is not (DbUpdateConcurrencyException { Entries: [{ Entity: Watermark }] } or OperationCanceledException))
        {
            throw new EventNotAppliedException(run[0], exception);
        }

        JournalTelemetry.Applied.Add(run.Count);
    }

    /// <summary>Whatever the reactions change is by whom the facts came from; which they were is told by their place in the stream.</summary>
    private static Undertaking Following(StreamName stream, IReadOnlyList<JournalEntry> run)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{stream.Service}/{stream.Hub} {run[0].Position}-{run[^1].Position}");
        var types = string.Join(' ', run.Select(entry => entry.Type).Distinct());
        return new Undertaking(
            Actor.OfPlatform(stream.Service, place.Length <= PlaceLength ? place : place[..PlaceLength]),
            types.Length <= ActionLength ? types : types[..ActionLength],
            stream.Hub == JournalEntry.PlatformHub ? null : stream.Hub);
    }

    private async Task MoveWatermarkAsync(ServiceDb db, StreamName stream, IReadOnlyList<JournalEntry> run, CancellationToken cancellationToken)
    {
        var mark = await db.Watermarks.FindAsync([stream.Service, stream.Hub], cancellationToken);
        if (mark is null) db.Watermarks.Add(mark = new Watermark { Service = stream.Service, Hub = stream.Hub });
        if (mark.Position != run[0].Position - 1) throw new DbUpdateConcurrencyException("The watermark stands elsewhere.");

        mark.Position = run[^1].Position;
        if (mark.RebuildingTo <= mark.Position)
        {
            mark.RebuildingTo = null;
            await CompleteRebuildAsync(db, mark, cancellationToken);
        }
    }

    /// <summary>
    /// Two streams may become whole at once, each in a transaction that does not see the other's: an update that changes
    /// nothing takes the rebuild's row, so that the second looks once the first is committed, and completes it.
    /// </summary>
    private async Task CompleteRebuildAsync(ServiceDb db, Watermark whole, CancellationToken cancellationToken)
    {
        await db.Rebuilds.Where(rebuild => rebuild.CompletedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(rebuild => rebuild.RequestedBy, rebuild => rebuild.RequestedBy), cancellationToken);
        if (await db.Watermarks.AnyAsync(mark => mark.RebuildingTo != null && !(mark.Service == whole.Service && mark.Hub == whole.Hub), cancellationToken)) return;
        foreach (var rebuild in await db.Rebuilds.Where(rebuild => rebuild.CompletedAt == null).ToListAsync(cancellationToken))
            rebuild.CompletedAt = time.GetUtcNow();
    }

    private async Task HealAsync(ServiceDb db, StreamName stream, long upTo, CancellationToken cancellationToken)
    {
        var open = await db.Faults.Where(fault => fault.Kind == FaultKind.NotApplied && fault.State == FaultState.Open
            && fault.Service == stream.Service && fault.Hub == stream.Hub && fault.Position <= upTo).ToListAsync(cancellationToken);
        foreach (var fault in open)
        {
            fault.State = FaultState.Healed;
            fault.ResolvedAt = time.GetUtcNow();
        }
    }
}
