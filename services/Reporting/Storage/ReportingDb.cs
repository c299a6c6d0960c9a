using Microsoft.EntityFrameworkCore;
using Reporting.Directory;
using Reporting.Projection;
using Reporting.Reading;
using ServiceDefaults.Storage;

namespace Reporting.Storage;

public class ReportingDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<ReferralFact> ReferralFacts => Set<ReferralFact>();
    public DbSet<ListedAgency> Agencies => Set<ListedAgency>();
    public DbSet<FullReading> FullReadings => Set<FullReading>();
}

public sealed class SqliteReportingDb(DbContextOptions<SqliteReportingDb> options) : ReportingDb(options);

public sealed class SqlServerReportingDb(DbContextOptions<SqlServerReportingDb> options) : ReportingDb(options);

public sealed class PostgresReportingDb(DbContextOptions<PostgresReportingDb> options) : ReportingDb(options);
