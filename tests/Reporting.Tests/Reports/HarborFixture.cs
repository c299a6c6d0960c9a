using System.Text.Json;
using CaseReferral.Storage;
using Contracts;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Reporting.Storage;
using ServiceDefaults.Messaging.Rebuilding;
using ServiceDefaults.Storage;
using Testing;

namespace Reporting.Tests.Reports;

/// <summary>The hub harbor: the real journals, relays and feeds of Membership and CaseReferral, and Reporting started when a test wants it.</summary>
public class HarborFixture : PlatformFixture
{
    public const string Hub = "harbor";
    public const string Reporting = "reporting-harbor";

    private IServiceProvider membership = null!;
    private IServiceProvider caseReferral = null!;

    public HarborFixture()
        : this(DatabaseProvider.Sqlite)
    {
    }

    private protected HarborFixture(DatabaseProvider provider)
        : base(provider)
    {
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        membership = (await StartAsync<MembershipDb>("membership")).Services;
        caseReferral = (await StartAsync<CaseReferralDb>("case-referral")).Services;
    }

    public Task<ServiceHost<ReportingDb>> StartReportingAsync() => StartAsync<ReportingDb>(Reporting);

    /// <summary>Writes facts into the real journal of the service that owns them, as they happened on a day.</summary>
    public async Task AppendAsync(DateOnly day, params IEnumerable<IEvent> facts)
    {
        foreach (var group in facts.GroupBy(fact => fact.GetType().Namespace))
        {
            await Journals.AppendAsync(
                group.Key == "Contracts.Membership" ? membership : caseReferral, Hub,
                new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero), group);
        }
    }

    /// <summary>Everything that the projection holds, as text.</summary>
    public static async Task<string> ContentAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        var facts = await db.ReferralFacts.AsNoTracking().OrderBy(fact => fact.Position).ToListAsync();
        var agencies = await db.Agencies.AsNoTracking().OrderBy(agency => agency.AgencyId).ToListAsync();
        var marks = await db.Watermarks.AsNoTracking().OrderBy(mark => mark.Service).ThenBy(mark => mark.Hub).ToListAsync();
        return JsonSerializer.Serialize(new { facts, agencies, marks }, Answers.Json);
    }

    public static async Task<int> CountAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReportingDb>().ReferralFacts.CountAsync();
    }

    /// <summary>Leaves the database as a rebuild leaves it that has come this far of its way.</summary>
    public static async Task SetBackAsync(IServiceProvider services, long to, long of)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Watermarks.Where(mark => mark.Service == "case-referral" && mark.Hub == Hub)
                .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.Position, to).SetProperty(mark => mark.RebuildingTo, of));
            await db.ReferralFacts.Where(fact => fact.Position > to).ExecuteDeleteAsync();
            if (!await db.Rebuilds.AnyAsync(rebuild => rebuild.CompletedAt == null))
                db.Rebuilds.Add(new Rebuild { RequestedBy = "a test", StartedAt = DateTimeOffset.UtcNow });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
    }

    public sealed class OnPostgres() : HarborFixture(DatabaseProvider.Postgres);

    public sealed class OnSqlServer() : HarborFixture(DatabaseProvider.SqlServer);
}
