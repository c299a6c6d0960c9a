using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Audit;

/// <summary>The context of a service that keeps an audit. Saving chains it in the same transaction, and refuses a change that nobody answers for.</summary>
public abstract class AuditedDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public void Audit(AuditEntry entry) => AuditEntries.Add(entry);

    /// <summary>Before each save: accounts for what it changes, or refuses it.</summary>
    /// <returns>Entries that this save alone added: where it fails they go with it, and a second try adds its own.</returns>
    protected abstract IReadOnlyList<AuditEntry> Account();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var own = Account();
        try
        {
            var entries = ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
            return entries.Count == 0
                ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
                : await SaveChainedAsync(entries, acceptAllChangesOnSuccess, cancellationToken);
        }
        catch
        {
            foreach (var entry in own) Entry(entry).State = EntityState.Detached;
            AuditChain.ForgetHeads(this);
            throw;
        }
    }

    /// <summary>The chain's lock is waited for, which only the other save does.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save with SaveChangesAsync: it chains the audit.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        AuditModel.Configure(modelBuilder.Entity<AuditEntry>());
        AuditModel.Configure(modelBuilder.Entity<AuditHead>());
    }

    private async Task<int> SaveChainedAsync(List<AuditEntry> entries, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            await AuditChain.AppendAsync(this, entries, cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var saved = await Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            await AuditChain.AppendAsync(this, entries, cancellationToken);
            // Accepted only once it is committed: a transient error before that starts over with the same changes.
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return rows;
        });
        if (acceptAllChangesOnSuccess) ChangeTracker.AcceptAllChanges();
        return saved;
    }
}
