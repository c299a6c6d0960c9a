using System.Net;
using System.Text.Json;
using CaseReferral.Clients;
using CaseReferral.Referrals;
using CaseReferral.Storage;
using Contracts;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Storage;
using Testing;

namespace CaseReferral.Tests;

/// <summary>
/// The task force of the fable: its directory in the real Membership, which CaseReferral hears of over the broker alone.
/// </summary>
public class Harbor : PlatformFixture
{
    public const string Hub = "harbor";
    public const string Name = "case-referral";

    public Guid TaskForceId { get; private set; }
    public Agency Advocates { get; private set; } = null!;
    public Agency Shelter { get; private set; } = null!;
    public Agency Police { get; private set; } = null!;
    public Agency Prosecutors { get; private set; } = null!;
    public Agency Lawyers { get; private set; } = null!;

    /// <summary>In the directory, but no member.</summary>
    public Agency Stranger { get; private set; } = null!;

    public ServiceHost<CaseReferralDb> Cases { get; private set; } = null!;

    public Harbor()
        : this(DatabaseProvider.Sqlite)
    {
    }

    private protected Harbor(DatabaseProvider provider)
        : base(provider)
    {
    }

    protected virtual Dictionary<string, string> CaseSettings => [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await StartAsync<MembershipDb>("membership");
        await StartCasesAsync();

        var platformAdmin = await ClientAsync("membership", new Person(Roles.PlatformAdmin));
        (await platformAdmin.PostAsJsonAsync("/hubs", new { code = Hub, name = "Harbor" })).EnsureSuccessStatusCode();
        var taskForce = await (await HubAdminAsync()).PostAsJsonAsync("/task-forces", new
        {
            hub = Hub, name = "Harbor Human Trafficking Task Force", purpose = "Create survivors through collaboration",
            formality = "Formal", model = "ECM",
        });
        TaskForceId = (await taskForce.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        Advocates = await MemberAsync("Harbor Advocates", AgencyClass.VictimServices);
        Shelter = await MemberAsync("Safe Shelter", AgencyClass.VictimServices);
        Police = await MemberAsync("Harbor City Police", AgencyClass.LawEnforcement);
        Prosecutors = await MemberAsync("Harbor District Prosecutor", AgencyClass.Prosecution);
        Lawyers = await MemberAsync("Harbor Legal Aid", AgencyClass.Other);
        Stranger = await ListAsync("Open Door", AgencyClass.VictimServices);
    }

    public async Task StartCasesAsync() => Cases = await StartAsync<CaseReferralDb>(Name, CaseSettings);

    public Task<HttpClient> AsAsync(Person? person) => ClientAsync(Name, person);

    public Task<HttpClient> HubAdminAsync() => ClientAsync("membership", new Person(Roles.HubAdmin) { Hub = Hub });

    public async Task<Agency> ListAsync(string name, AgencyClass agencyClass)
    {
        var type = agencyClass == AgencyClass.LawEnforcement ? AgencyType.LawEnforcement : AgencyType.NGO;
        var answer = await (await HubAdminAsync()).PostAsJsonAsync(
            $"/agencies/import?agencyClass={agencyClass}&agencyType={type}", new { id = Guid.NewGuid(), name });
        var report = await answer.ReadAsync<JsonElement>();
        return new Agency(report.GetProperty("agencies")[0].GetProperty("id").GetGuid(), agencyClass, TaskForceId);
    }

    /// <summary>Lists an agency, lets it join, and waits until CaseReferral has heard.</summary>
    public async Task<Agency> MemberAsync(string name, AgencyClass agencyClass)
    {
        var agency = await ListAsync(name, agencyClass);
        (await (await HubAdminAsync()).PostAsJsonAsync($"/task-forces/{TaskForceId}/members", new { agencyId = agency.Id })).EnsureSuccessStatusCode();
        await Until.TrueAsync(
            () => QueryAsync(db => db.Memberships.AnyAsync(member => member.AgencyId == agency.Id && member.LeftOn == null)), $"{name} is known");
        return agency;
    }

    public async Task<T> QueryAsync<T>(Func<CaseReferralDb, Task<T>> query)
    {
        await using var scope = Cases.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<CaseReferralDb>());
    }

    public static object Intake(string ageBand = "From18To24", string[]? languages = null) => new
    {
        kind = "Principal", intake = "New", ageBand, gender = "Feminine", languages = languages ?? ["tha"],
        traffickingType = "Sex", traffickingStatus = "PossibleVictimOfTrafficking",
    };

    public async Task<ClientView> TakeInAsync(Person? by = null)
    {
        var worker = await AsAsync(by ?? Advocates.As(Roles.CaseWorker));
        return await (await worker.PostAsJsonAsync("/clients", Intake())).ReadAsync<ClientView>(HttpStatusCode.Created);
    }

    public static object Need(Guid clientId, Guid toAgencyId, string urgency = "Immediate") => new
    {
        clientId, toAgencyId, services = new[] { "EmergencyHousing", "InterpretationTranslation" }, languages = new[] { "tha" },
        area = "US-CA", urgency, riskFlags = new[] { "TraffickerSearching" },
    };

    /// <summary>From the advocates, unless somebody else makes it.</summary>
    public async Task<SentReferral> ReferAsync(Agency to, Person? by = null, string urgency = "Immediate", ClientView? client = null)
    {
        client ??= await TakeInAsync(by);
        var worker = await AsAsync(by ?? Advocates.As(Roles.CaseWorker));
        return await (await worker.PostAsJsonAsync("/referrals", Need(client.Id, to.Id, urgency))).ReadAsync<SentReferral>(HttpStatusCode.Created);
    }

    /// <summary>Uses a verb on a referral as it now is.</summary>
    public async Task<HttpResponseMessage> UseAsync(Person by, Guid referral, string verb)
    {
        var version = await QueryAsync(db => db.Referrals.Where(row => row.Id == referral).Select(row => row.Version).SingleAsync());
        return await (await AsAsync(by)).PostAsync($"/referrals/{referral}/{verb}", BodyOf(verb), $"\"{version}\"");
    }

    public static object? BodyOf(string verb) => verb switch
    {
        "decline" => new { reason = "NoCapacity" },
        "revocation" => new { reason = "ServedElsewhere" },
        _ => null,
    };

    /// <summary>What this service told the others, of one kind.</summary>
    public async Task<IReadOnlyList<JsonElement>> FactsAsync(string type, Guid referral) => await QueryAsync(async db =>
        (await db.Journal.Where(row => row.Type == type).Select(row => row.Payload).ToListAsync())
            .Select(payload => JsonDocument.Parse(payload).RootElement)
            .Where(fact => fact.GetProperty("referralId").GetGuid() == referral).ToList());

    public sealed class OnPostgres() : Harbor(DatabaseProvider.Postgres);

    public sealed class OnSqlServer() : Harbor(DatabaseProvider.SqlServer);
}

/// <summary>Shared by the tests that move no clock and break no chain.</summary>
[CollectionDefinition(Name)]
public sealed class HarborCollection : ICollectionFixture<Harbor>
{
    public const string Name = "harbor";
}

[CollectionDefinition(Name)]
public sealed class HarborOnPostgres : ICollectionFixture<Harbor.OnPostgres>
{
    public const string Name = "harbor on PostgreSQL";
}

[CollectionDefinition(Name)]
public sealed class HarborOnSqlServer : ICollectionFixture<Harbor.OnSqlServer>
{
    public const string Name = "harbor on SQL Server";
}
