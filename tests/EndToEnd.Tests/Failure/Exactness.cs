using System.Globalization;
using System.Text.Json;
using Demonstration;
using Demonstration.Fable;
using Testing;
using Xunit;

namespace EndToEnd.Tests.Failure;

/// <summary>
/// Every accepted request's effect is there, once: in CaseReferral, in its journal and audit, in Reporting's rows and in its
/// report; and a rebuild gives the identical report.
/// </summary>
internal sealed class Exactness(FailurePlatform platform, Scene scene, Writer writer, DateOnly since)
{
    private static readonly string[] Counted = ["referral-made", "referral-accepted", "referral-declined", "referral-revoked"];

    private readonly Reports reports = new(platform.Platform.PublicUrl, scene, since);
    private readonly IReadOnlyList<Made> accepted = writer.Accepted;
    private ServiceDatabase caseReferral = null!;
    private ServiceDatabase reporting = null!;

    public async Task HoldsAsync(Actor ops)
    {
        await platform.SettlesAsync(ops);
        caseReferral = new(await platform.ServiceAsync("case-referral"), "case-referral");
        reporting = new(await platform.ServiceAsync("reporting-harbor"), "reporting");
        await ReferralsAreThoseAcceptedAsync();
        var counted = await TheJournalHasEachOnceAsync();
        await TheAuditHasEachOnceAsync();
        await ReportingHasEachOnceAsync(counted);
        await reports.AreExactAsync(accepted);
        await NothingIsAtFaultAsync(ops);

        var (before, rows) = (await reports.BodiesAsync(), await FactsAsync());
        await RebuildAsync(ops);
        Assert.Equal(before, await reports.BodiesAsync());
        Assert.Equal(rows, await FactsAsync());
    }

    private async Task ReferralsAreThoseAcceptedAsync()
    {
        var states = accepted.OrderBy(referral => referral.Id).Select(referral => (referral.Id, referral.State)).ToList();
        Assert.Equal(states, (await ListAsync()).OrderBy(referral => referral.Item1));
        var stored = await caseReferral.ReadAsync(
            """SELECT "Id", "State", "TaskForceId" FROM "Referrals" """, row => (Id: row.GetGuid(0), State: row.GetString(1), TaskForce: row.GetGuid(2)));
        Assert.Equal(states, stored.Where(row => row.TaskForce == scene.TaskForceId).Select(row => (row.Id, row.State)).OrderBy(referral => referral.Id));
    }

    /// <summary>By the endpoint that the sender reads, page by page.</summary>
    private async Task<List<(Guid, string)>> ListAsync()
    {
        var listed = new List<(Guid, string)>();
        var next = "/api/case-referral/referrals?direction=out&take=200";
        while (next is not null)
        {
            using var page = await scene.Sender.Worker.AskAsync(HttpMethod.Get, next);
            foreach (var referral in (await page.ReadAsync<JsonElement>()).EnumerateArray())
                listed.Add((referral.GetProperty("id").GetGuid(), referral.GetProperty("state").GetString()!));
            var link = page.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            next = link is null ? null : new Uri(new Uri(platform.Platform.PublicUrl, next), link[1..link.IndexOf('>', StringComparison.Ordinal)]).PathAndQuery;
        }

        return listed;
    }

    /// <returns>The positions of all of the hub's facts that a figure counts.</returns>
    private async Task<List<long>> TheJournalHasEachOnceAsync()
    {
        var journal = await caseReferral.ReadAsync(
            $"""SELECT "Position", "EventId", "Type", "TaskForceId", "Payload" FROM "Journal" WHERE "Hub" = '{Cast.Hub}' ORDER BY "Position" """,
            row => (Position: row.GetInt64(0), EventId: row.GetGuid(1), Type: row.GetString(2), TaskForce: row.GetGuid(3), Payload: row.GetString(4)));
        Assert.Equal(Enumerable.Range(1, journal.Count).Select(position => (long)position), journal.Select(row => row.Position));
        Assert.Equal(journal.Count, journal.DistinctBy(row => row.EventId).Count());

        var expected = accepted.SelectMany(referral => referral.State == "AwaitingResponse"
            ? new[] { (referral.Id, "referral-made") }
            : [(referral.Id, "referral-made"), (referral.Id, $"referral-{referral.State.ToLowerInvariant()}")]);
        var own = journal.Where(row => row.TaskForce == scene.TaskForceId && Counted.Contains(row.Type))
            .Select(row => (JsonDocument.Parse(row.Payload).RootElement.GetProperty("referralId").GetGuid(), row.Type));
        Assert.Equal(expected.Order(), own.Order());
        return [.. journal.Where(row => Counted.Contains(row.Type)).Select(row => row.Position)];
    }

    private async Task TheAuditHasEachOnceAsync()
    {
        var auditor = await platform.SignInAsync("auditor");
        foreach (var service in new[] { "case-referral", "membership" })
            Assert.True((await auditor.GetAsync($"/api/{service}/audit/verification?hub={Cast.Hub}")).GetProperty("intact").GetBoolean());

        var own = accepted.Select(referral => referral.Id).ToHashSet();
        var audited = await caseReferral.ReadAsync(
            """SELECT "ResourceId", "Action" FROM "AuditEntries" WHERE "Deed" = 'Changed' """, row => (Id: row.GetGuid(0), Action: row.GetString(1)));
        var expected = accepted.Select(referral => (referral.Id, "ReferralMade"))
            .Concat(accepted.Where(referral => referral.State != "AwaitingResponse").Select(referral => (referral.Id, $"Referral{referral.State}")));
        Assert.Equal(expected.Order(), audited.Where(entry => own.Contains(entry.Id)).Order());
    }

    private async Task ReportingHasEachOnceAsync(List<long> counted)
    {
        var facts = await reporting.ReadAsync(
            """SELECT "Position", "AgencyId", "Measure", "Reason" FROM "ReferralFacts" ORDER BY "Position" """,
            row => (Position: row.GetInt64(0), Agency: row.GetGuid(1), Measure: row.GetString(2), Reason: row.IsDBNull(3) ? null : row.GetString(3)));
        Assert.Equal(counted, facts.Select(fact => fact.Position));

        var expected = accepted.Select(_ => (scene.Sender.AgencyId, "Made", (string?)null))
            .Concat(accepted.Where(referral => referral.State != "AwaitingResponse").Select(referral => (
                referral.State == "Revoked" ? scene.Sender.AgencyId : referral.To.AgencyId, referral.State,
                referral.State == "Declined" ? referral.Reason : null)));
        var parties = scene.Parties.Select(party => party.AgencyId).ToHashSet();
        Assert.Equal(expected.Order(), facts.Where(fact => parties.Contains(fact.Agency)).Select(fact => (fact.Agency, fact.Measure, fact.Reason)).Order());
    }

    private static async Task NothingIsAtFaultAsync(Actor ops)
    {
        foreach (var service in new[] { "membership", "case-referral", $"reporting/{Cast.Hub}" })
            Assert.Empty((await ops.GetAsync($"/api/{service}/faults")).EnumerateArray());
    }

    private async Task RebuildAsync(Actor ops)
    {
        var rebuild = await ops.PostAsync($"/api/reporting/{Cast.Hub}/rebuilds", new { });
        var place = $"/api/reporting/{Cast.Hub}/rebuilds/{rebuild.GetProperty("id").GetGuid()}";
        await Until.TrueAsync(
            async () => (await ops.GetAsync(place)).GetProperty("completedAt").ValueKind == JsonValueKind.String, "the rebuild is complete", TimeSpan.FromMinutes(2));
        await platform.SettlesAsync(ops);
    }

    private Task<List<string>> FactsAsync() => reporting.ReadAsync("""SELECT * FROM "ReferralFacts" ORDER BY "Position" """, row =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture))));
}
