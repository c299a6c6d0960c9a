using System.Data.Common;
using Contracts;
using Contracts.CaseReferral;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Reporting.Projection;
using Reporting.Storage;

namespace Reporting.Tests.Reports;

/// <summary>A rebuild is as fast as the database takes rows: counting a fact looks nothing up.</summary>
public sealed class InsertOnlyTests
{
    [Fact]
    public async Task Counting_facts_only_inserts()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var commands = new Commands();
        await using var db = new SqliteReportingDb(
            new DbContextOptionsBuilder<SqliteReportingDb>().UseSqlite(connection).AddInterceptors(commands).Options);
        await db.Database.EnsureCreatedAsync();
        commands.Texts.Clear();

        var count = new CountReferrals(db);
        for (var position = 1; position <= 1000; position++)
        {
            var fact = new ReferralDeclined(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), DeclineReason.NoCapacity, 3.5m, new DateOnly(2026, 5, 17));
            await count.ReactAsync(fact, new JournalEntry("case-referral", "harbor", position, Guid.NewGuid(), "referral-declined", 1, null, fact.DeclinedOn, "", null), default);
        }

        await db.SaveChangesAsync();
        Assert.Equal(1000, await db.ReferralFacts.CountAsync(fact => fact.Month == new DateOnly(2026, 5, 1) && fact.Hours == 3.5m));
        Assert.All(commands.Texts.SkipLast(1), text => Assert.StartsWith("INSERT INTO", text, StringComparison.Ordinal));
    }

    private sealed class Commands : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return new(result);
        }
    }
}
