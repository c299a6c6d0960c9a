using CaseReferral.Audit;
using CaseReferral.Clients;
using CaseReferral.Directory;
using CaseReferral.Referrals;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace CaseReferral.Storage;

/// <summary>What this service keeps. Saving chains the audit in the same transaction, and refuses a change that nobody answers for.</summary>
public class CaseReferralDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<CaseTeamMember> CaseTeams => Set<CaseTeamMember>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<AgencyGap> AgencyGaps => Set<AgencyGap>();
    public DbSet<KnownSeat> KnownSeats => Set<KnownSeat>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    internal void Audit(AuditEntry entry) => AuditEntries.Add(entry);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var entries = ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        RefuseUnaudited(entries);
        if (entries.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

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

    private void RefuseUnaudited(List<AuditEntry> entries)
    {
        var unaudited = ChangeTracker.Entries<Entity>().FirstOrDefault(changed =>
            changed.State is not EntityState.Unchanged && !entries.Exists(entry => entry.ResourceId == changed.Entity.Id));
        if (unaudited is not null) throw new InvalidOperationException($"A change of a {unaudited.Metadata.ClrType.Name} is not in the audit.");
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteCaseReferralDb(DbContextOptions<SqliteCaseReferralDb> options) : CaseReferralDb(options);

/// <summary>On SQL Server.</summary>
public sealed class SqlServerCaseReferralDb(DbContextOptions<SqlServerCaseReferralDb> options) : CaseReferralDb(options);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresCaseReferralDb(DbContextOptions<PostgresCaseReferralDb> options) : CaseReferralDb(options);
