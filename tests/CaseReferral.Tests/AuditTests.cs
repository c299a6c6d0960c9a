using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Messaging.Faults;
using ServiceDefaults.Storage;
using Testing;

namespace CaseReferral.Tests;

public abstract partial class AuditTests(Harbor harbor)
{
    public sealed class OnSqlite(Harbor harbor) : AuditTests(harbor), IClassFixture<Harbor>;

    public sealed class OnPostgres(Harbor.OnPostgres harbor) : AuditTests(harbor), IClassFixture<Harbor.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(Harbor.OnSqlServer harbor) : AuditTests(harbor), IClassFixture<Harbor.OnSqlServer>;

    private static readonly Person Reader = new(Roles.DataProtection) { Hub = Harbor.Hub };

    [Fact]
    public async Task Every_change_and_every_denial_is_there()
    {
        var referral = await harbor.ReferAsync(harbor.Shelter);
        await harbor.UseAsync(harbor.Shelter.As(Roles.CaseWorker), referral.Id, "decline");
        var police = await harbor.AsAsync(harbor.Police.As(Roles.Investigator));
        await police.GetAsync($"/clients/{referral.ClientId}");
        await police.PostAsync("/clients", Harbor.Intake(), null);
        await police.PostAsync("/referrals", Harbor.Need(referral.ClientId, harbor.Shelter.Id), null, key: Guid.NewGuid());
        await police.GetAsync("/audit");

        List<AuditEntryView> entries = [];
        await Until.TrueAsync(async () => (entries = await AllAsync()).Any(entry => entry.Action == "GET /audit"), "the denials are written");

        Assert.Equal(["ReferralMade", "ReferralDeclined"], entries.Where(entry => entry.ResourceId == referral.Id).Select(entry => entry.Action));
        Assert.Equal(
            ["ClientTakenIn", "GET /clients/{id:guid}", "POST /referrals"],
            entries.Where(entry => entry.ResourceId == referral.ClientId).Select(entry => entry.Action));
        var denial = entries.Single(entry => entry.Action == "GET /clients/{id:guid}" && entry.ResourceId == referral.ClientId);
        Assert.Equal((AuditDeed.Denied, harbor.Police.Id, Roles.Investigator), (denial.Deed, denial.AgencyId, denial.Roles));
        Assert.Contains(entries, entry => entry is { Deed: AuditDeed.Denied, Action: "POST /clients" });
        Assert.All(entries, entry => Assert.True(entry.RequestId.Length > 0 && entry.Subject.Length > 0));
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Number));
        await IntactAsync();
    }

    [Fact]
    public async Task Only_data_protection_reads_it_and_only_its_own_hubs()
    {
        var supervisor = await harbor.AsAsync(harbor.Advocates.As(Roles.Supervisor));
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.GetAsync("/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.GetAsync("/audit/verification")).StatusCode);
        var reader = await harbor.AsAsync(Reader);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/audit?hub=elsewhere")).StatusCode);
        var platform = await harbor.AsAsync(new Person(Roles.DataProtection));
        Assert.Equal(HttpStatusCode.OK, (await platform.GetAsync("/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.GetAsync($"/audit?hub={Harbor.Hub}")).StatusCode);
        // Whether a chain is whole may be asked from outside the hub: the answer tells nothing else of it.
        Assert.Equal(HttpStatusCode.OK, (await platform.GetAsync($"/audit/verification?hub={Harbor.Hub}")).StatusCode);
    }

    [Fact]
    public async Task That_an_event_was_left_out_for_good_is_in_the_platforms_chain()
    {
        var fault = new JournalFault
        {
            Kind = FaultKind.NotPublished, Service = Harbor.Name, Hub = Harbor.Hub, Position = 1L << 40, EventType = "none", Error = "made by a test",
            FirstAt = DateTimeOffset.UtcNow, LastAt = DateTimeOffset.UtcNow,
        };
        await harbor.QueryAsync(db =>
        {
            db.Faults.Add(fault);
            return db.SaveChangesAsync();
        });
        var skipped = await (await harbor.AsAsync(new Person(Roles.Ops))).PostAsJsonAsync($"/faults/{fault.Id}/skip", new { reason = "Nobody waits for it." });
        Assert.Equal(HttpStatusCode.OK, skipped.StatusCode);

        var chain = await (await (await harbor.AsAsync(new Person(Roles.DataProtection))).GetAsync("/audit?take=200")).ReadAsync<List<AuditEntryView>>();
        var entry = Assert.Single(chain, entry => entry.ResourceId == fault.Id);
        Assert.Equal((AuditDeed.Changed, "FaultSkipped", Roles.Ops), (entry.Deed, entry.Action, entry.Roles));
    }

    /// <summary>By what was hashed before there were fields: a chain that was begun then stays whole.</summary>
    [Fact]
    public async Task An_entry_without_fields_is_hashed_as_it_always_was()
    {
        await harbor.TakeInAsync();
        foreach (var entry in await harbor.QueryAsync(db => db.AuditEntries.AsNoTracking().Where(entry => entry.Hub == Harbor.Hub).ToListAsync()))
        {
            Assert.Null(entry.Fields);
            var content = JsonSerializer.Serialize(new[]
            {
                entry.Hub, entry.Number.ToString(CultureInfo.InvariantCulture), entry.Id.ToString("N"), entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                entry.Subject, entry.AgencyId?.ToString("N"), entry.Roles, entry.Deed.ToString(), entry.Action, entry.ResourceId?.ToString("N"), entry.RequestId, entry.PreviousHash,
            });
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), entry.Hash);
        }
    }

    [Fact]
    public async Task Many_writers_make_one_chain()
    {
        var police = await harbor.AsAsync(harbor.Police.As(Roles.Investigator));
        var before = (await AllAsync()).Count;
        await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => turn % 2 == 0
            ? harbor.TakeInAsync()
            : (Task)police.GetAsync($"/clients/{Guid.NewGuid()}")));
        await Until.TrueAsync(async () => (await AllAsync()).Count >= before + 40, "all is written");
        await IntactAsync();
    }

    [Fact]
    public async Task An_altered_removed_or_inserted_entry_is_named()
    {
        for (var made = 0; made < 6; made++) await harbor.TakeInAsync();
        var last = (await AllAsync()).Count;

        await BrokenAsync(3, AuditFaultKind.Altered, "UPDATE AuditEntries SET Subject = 'somebody-else' WHERE Hub = 'harbor' AND Number = 3");
        await BrokenAsync(4, AuditFaultKind.Removed, "DELETE FROM AuditEntries WHERE Hub = 'harbor' AND Number = 4");
        await BrokenAsync(last, AuditFaultKind.Removed, $"DELETE FROM AuditEntries WHERE Hub = 'harbor' AND Number = {last}");
        await BrokenAsync(2, AuditFaultKind.Removed,
            "DELETE FROM AuditEntries WHERE Hub = 'harbor' AND Number = 2", Renumber("- 1", 2));
        await BrokenAsync(last + 1, AuditFaultKind.Inserted, Copy(3, last + 1));
        await BrokenAsync(3, AuditFaultKind.Inserted, Renumber("+ 1", 2), Copy(2, 3));
        await BrokenAsync(3, AuditFaultKind.Altered, "UPDATE AuditEntries SET Hash = PreviousHash WHERE Hub = 'harbor' AND Number = 3");
        await BrokenAsync(last, AuditFaultKind.Altered, "UPDATE AuditHeads SET Hash = '' WHERE Hub = 'harbor'");
        await IntactAsync();
    }

    private static string Renumber(string by, int from) =>
        // By way of negative numbers: the index that forbids two of one number is checked row by row.
        $"UPDATE AuditEntries SET Number = -(Number {by}) WHERE Hub = 'harbor' AND Number > {from}; UPDATE AuditEntries SET Number = -Number WHERE Number < 0";

    private static string Copy(int number, int to) => $"""
        INSERT INTO AuditEntries (Id, Hub, Number, At, Subject, AgencyId, Roles, Deed, Action, ResourceId, RequestId, PreviousHash, Hash)
        SELECT '{Guid.NewGuid().ToString().ToUpperInvariant()}', Hub, {to}, At, Subject, AgencyId, Roles, Deed, Action, ResourceId, RequestId, PreviousHash, Hash
        FROM AuditEntries WHERE Hub = 'harbor' AND Number = {number}
        """;

    /// <summary>Tampers as somebody with the database in hand could, looks, and puts everything back.</summary>
    private async Task BrokenAsync(long number, AuditFaultKind kind, params string[] tampering)
    {
        await SqlAsync([Keep("AuditEntries", "KeptEntries"), Keep("AuditHeads", "KeptHeads"), .. tampering]);
        var found = await VerifyAsync();
        await SqlAsync([
            "DELETE FROM AuditEntries", "INSERT INTO AuditEntries SELECT * FROM KeptEntries", "DROP TABLE KeptEntries",
            "DELETE FROM AuditHeads", "INSERT INTO AuditHeads SELECT * FROM KeptHeads", "DROP TABLE KeptHeads",
        ]);
        Assert.Equal(new AuditFault(number, kind), found.FirstFault);
    }

    private string Keep(string table, string kept) =>
        harbor.Provider == DatabaseProvider.Sqlite ? $"CREATE TABLE {kept} AS SELECT * FROM {table}" : $"SELECT * INTO {kept} FROM {table}";

    /// <summary>Names of tables and columns are quoted: PostgreSQL would take them for lower case.</summary>
    private Task<int> SqlAsync(IEnumerable<string> statements) =>
        harbor.QueryAsync(db => db.Database.ExecuteSqlRawAsync(Name().Replace(string.Join("; ", statements), "\"$0\"")));

    [GeneratedRegex("[A-Z][a-z][A-Za-z]*")]
    private static partial Regex Name();

    private async Task<AuditVerificationView> VerifyAsync() =>
        await (await (await harbor.AsAsync(Reader)).GetAsync("/audit/verification")).ReadAsync<AuditVerificationView>();

    private async Task IntactAsync()
    {
        var verified = await VerifyAsync();
        Assert.Equal((true, null), (verified.Intact, verified.FirstFault));
    }

    private async Task<List<AuditEntryView>> AllAsync()
    {
        var reader = await harbor.AsAsync(Reader);
        List<AuditEntryView> all = [], page;
        do
        {
            var after = all.LastOrDefault()?.Number ?? 0;
            page = await (await reader.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/audit?take=200&after={after}"))).ReadAsync<List<AuditEntryView>>();
            all.AddRange(page);
        }
        while (page.Count == 200);
        return all;
    }
}
