using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Relay;

namespace ServiceDefaults.Storage;

/// <summary>
/// Turns the facts that entities recorded into journal rows of the same save, raises versions, and wakes the relay once
/// the facts are committed.
/// </summary>
internal sealed class JournalInterceptor(TimeProvider time, JournalSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Prepare((ServiceDb)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Prepare((ServiceDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        WakeUnlessInTransaction(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        WakeUnlessInTransaction(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    private void Prepare(ServiceDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Entity>().ToList())
        {
            var facts = entry.Entity.RecordedFacts;
            RaiseVersion(entry, facts.Count > 0);
            if (facts.Count == 0) continue;

            foreach (var recorded in facts) db.Journal.Add(ToRow(recorded));
            entry.Entity.ForgetFacts();
            db.HasFreshFacts = true;
        }
    }

    /// <summary>A fact about an entity changes it, even where only its children were touched.</summary>
    private static void RaiseVersion(EntityEntry<Entity> entry, bool hasFacts)
    {
        if (entry.State == EntityState.Added) entry.Entity.Version = 1;
        else if (entry.State == EntityState.Modified || (hasFacts && entry.State == EntityState.Unchanged))
            entry.Property(entity => entity.Version).CurrentValue = entry.Property(entity => entity.Version).OriginalValue + 1;
    }

    private JournalRow ToRow(RecordedFact recorded) => new()
    {
        Hub = recorded.Hub,
        EventId = Guid.NewGuid(), // not version 7: its time part would tell the millisecond of what happened
        Type = EventName.Of(recorded.Fact.GetType()),
        Version = EventName.VersionOf(recorded.Fact.GetType()),
        TaskForceId = recorded.TaskForceId,
        OccurredAt = time.GetUtcNow(),
        Payload = JournalJson.Write(recorded.Fact),
        TraceParent = Activity.Current?.Id,
    };

    private void WakeUnlessInTransaction(DbContext db)
    {
        if (db.Database.CurrentTransaction is null) Wake(db);
    }

    private void Wake(DbContext? context)
    {
        if (context is not ServiceDb { HasFreshFacts: true } db) return;
        db.HasFreshFacts = false;
        signal.Wake();
    }
}
