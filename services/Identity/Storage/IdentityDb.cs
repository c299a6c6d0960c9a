using Identity.Audit;
using Identity.Clients;
using Identity.Directory;
using Identity.Keys;
using Identity.Tokens;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace Identity.Storage;

/// <summary>What the token service keeps: clients, keys, what it audited, and what it must remember to refuse.</summary>
public class IdentityDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();
    public DbSet<UsedAssertion> UsedAssertions => Set<UsedAssertion>();
    public DbSet<FailedAttempts> FailedAttempts => Set<FailedAttempts>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<ListedAgency> ListedAgencies => Set<ListedAgency>();
    public DbSet<ListedTaskForce> ListedTaskForces => Set<ListedTaskForce>();
    public DbSet<ListedMember> ListedMembers => Set<ListedMember>();
    public DbSet<ListedSeat> ListedSeats => Set<ListedSeat>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseToAlterTheAudit();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseToAlterTheAudit();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void RefuseToAlterTheAudit()
    {
        if (ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("The audit is only ever added to.");
    }
}

public sealed class SqliteIdentityDb(DbContextOptions<SqliteIdentityDb> options) : IdentityDb(options);

public sealed class SqlServerIdentityDb(DbContextOptions<SqlServerIdentityDb> options) : IdentityDb(options);

public sealed class PostgresIdentityDb(DbContextOptions<PostgresIdentityDb> options) : IdentityDb(options);
