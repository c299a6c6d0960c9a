using CaseReferral.Clients;
using CaseReferral.Directory;
using CaseReferral.Referrals;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Audit;
using ServiceDefaults.Storage;

namespace CaseReferral.Storage;

/// <summary>What this service keeps. Each use case says by its own word what it changed; a save without it is refused.</summary>
public class CaseReferralDb(DbContextOptions options) : AuditedDb(options)
{
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<CaseTeamMember> CaseTeams => Set<CaseTeamMember>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<AgencyGap> AgencyGaps => Set<AgencyGap>();
    public DbSet<KnownSeat> KnownSeats => Set<KnownSeat>();

    protected override IReadOnlyList<AuditEntry> Account()
    {
        var entries = ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        var unaudited = ChangeTracker.Entries<Entity>().FirstOrDefault(changed =>
            changed.State is not EntityState.Unchanged && !entries.Exists(entry => entry.ResourceId == changed.Entity.Id));
        if (unaudited is not null) throw new InvalidOperationException($"A change of a {unaudited.Metadata.ClrType.Name} is not in the audit.");
        return [];
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteCaseReferralDb(DbContextOptions<SqliteCaseReferralDb> options) : CaseReferralDb(options);

/// <summary>On SQL Server.</summary>
public sealed class SqlServerCaseReferralDb(DbContextOptions<SqlServerCaseReferralDb> options) : CaseReferralDb(options);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresCaseReferralDb(DbContextOptions<PostgresCaseReferralDb> options) : CaseReferralDb(options);
