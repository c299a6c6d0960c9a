using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Messaging.Faults;
using ServiceDefaults.Messaging.Following;
using ServiceDefaults.Messaging.Rebuilding;
using ServiceDefaults.Messaging.Relay;

namespace ServiceDefaults.Storage;

/// <summary>
/// The base of every service's context: the journal, the watermarks and faults of what it follows, the kept answers of
/// idempotent requests, and the conventions that make one model true on three providers.
/// </summary>
/// <remarks>
/// A service declares one context <c>XDb</c> and one derived class per provider
/// (<c>SqliteXDb</c>, <c>SqlServerXDb</c>, <c>PostgresXDb</c>), which is how EF Core keeps three sets of migrations.
/// </remarks>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<JournalStream> JournalStreams => Set<JournalStream>();
    public DbSet<RelayLease> RelayLeases => Set<RelayLease>();
    public DbSet<Watermark> Watermarks => Set<Watermark>();
    public DbSet<JournalFault> Faults => Set<JournalFault>();
    public DbSet<Rebuild> Rebuilds => Set<Rebuild>();
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();
    public DbSet<EndedAccess> EndedAccess => Set<EndedAccess>();

    /// <summary>Facts were added that the relay has not been told of.</summary>
    internal bool HasFreshFacts { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(64);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<string>().HaveMaxLength(200);
        // As the others compare: harbor is not Harbor. SQL Server's own default would take the one for the other.
        if (!Database.IsSqlServer()) return;
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
        configurationBuilder.Properties<Enum>().UseCollation("Latin1_General_100_BIN2");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ServiceDb).Assembly);
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => typeof(Entity).IsAssignableFrom(e.ClrType)))
        {
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
        }
    }
}
