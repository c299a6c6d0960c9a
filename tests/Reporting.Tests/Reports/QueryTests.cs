using Microsoft.EntityFrameworkCore;
using Reporting.ReferralReports;
using Reporting.Storage;

namespace Reporting.Tests.Reports;

/// <summary>The database counts, on every provider: nothing is added up over rows that were fetched.</summary>
public sealed class QueryTests
{
    private static readonly MonthRange Range = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 1));

    [Fact]
    public void Sqlite_counts() => Counts(new SqliteReportingDb(new DbContextOptionsBuilder<SqliteReportingDb>().UseSqlite().Options));

    [Fact]
    public void Sql_server_counts() => Counts(new SqlServerReportingDb(new DbContextOptionsBuilder<SqlServerReportingDb>().UseSqlServer().Options));

    [Fact]
    public void Postgres_counts() => Counts(new PostgresReportingDb(new DbContextOptionsBuilder<PostgresReportingDb>().UseNpgsql().Options));

    [Fact]
    public void A_month_before_the_hubs_first_agency_is_all_zeros()
    {
        var table = new MonthTable([], []);
        var hub = Presentation.Hub(table, table.Protect(11, isFirst: false), 11);
        Assert.Equal(AgencyFigures.Reasons.Count, hub.DeclinedByReason.Count);
        Assert.All(hub.DeclinedByReason.Values.Append(hub.Declined).Append(hub.Made), cell => Assert.Equal(0, cell.Value));
    }

    private static void Counts(ReportingDb db)
    {
        using (db)
        {
            var sql = db.Count(Range).ToQueryString();
            Assert.Contains("GROUP BY", sql, StringComparison.Ordinal);
            Assert.Contains("COUNT", sql, StringComparison.OrdinalIgnoreCase);
        }
    }
}
