using System.Net;
using System.Net.Http.Headers;
using Membership.Commitments;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Commitments.CommitmentScene;

namespace Membership.Tests.Commitments;

[Collection(MembershipOfMembers.Name)]
public sealed class CommitmentTests(MembershipService service)
{
    [Fact]
    public async Task What_an_agency_says_counts_once_the_coordinator_confirms_it_and_the_fact_is_told_once()
    {
        var scene = await StartAsync(service);
        var (mine, other) = (scene.Agencies[0], scene.Agencies[1]);
        var pledge = await scene.PledgeAsync(countDue: 2);
        Assert.Equal(CommitmentScope.Universal, pledge.Scope);
        var first = await (await scene.FulfilAsync(pledge.Id, mine, scene.AdminOf(0))).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        var second = await (await scene.FulfilAsync(pledge.Id, mine, scene.AdminOf(0))).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        var third = await (await scene.FulfilAsync(pledge.Id, mine, scene.AdminOf(0))).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        Assert.Equal((2, 0, 3, 2, Standing.Running), Line(mine));

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.AnswerAsync(first, "confirmation", by: scene.AdminOf(0))).StatusCode);
        await (await scene.AnswerAsync(first, "confirmation")).ReadAsync<FulfilmentView>();
        var refused = await (await scene.AnswerAsync(second, "refusal", new { reason = "That was last month" })).ReadAsync<FulfilmentView>();
        Assert.Equal((FulfilmentState.Refused, "That was last month"), (refused.State, refused.RefusalReason));
        foreach (var verb in new[] { "confirmation", "refusal" })
            Assert.Equal("state-conflict", await (await scene.AnswerAsync(second, verb, verb == "refusal" ? new { reason = "x" } : null)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal((2, 1, 1, 1, Standing.Running), Line(mine));
        await (await scene.AnswerAsync(third, "confirmation")).ReadAsync<FulfilmentView>();
        await (await scene.FulfilAsync(pledge.Id, mine, scene.Coordinator)).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        Assert.Equal((2, 3, 0, 0, Standing.Kept), Line(mine));
        Assert.Equal((2, 0, 0, 2, Standing.Running), Line(other));

        var told = (await scene.Scene.JournalAsync(6)).Where(entry => entry.Type == "commitment-fulfilled").ToList();
        Assert.DoesNotContain("room", Assert.Single(told).Payload, StringComparison.OrdinalIgnoreCase);

        (int, int, int, int, Standing) Line(Guid agency)
        {
            var line = scene.LedgerAsync($"?agencyId={agency}").GetAwaiter().GetResult().Single();
            return (line.Due, line.Fulfilled, line.Claimed, line.Open, line.Standing);
        }
    }

    [Fact]
    public async Task What_was_due_once_and_kept_stays_kept_when_it_is_given_more_time()
    {
        var scene = await StartAsync(service);
        var pledge = await scene.PledgeAsync(period: "Once", countDue: 2, agencyId: scene.Agencies[0], startsOn: Today, endsOn: Today.AddDays(1));
        await (await scene.FulfilAsync(pledge.Id, scene.Agencies[0], scene.Coordinator)).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        var path = $"{scene.All}/{pledge.Id}";
        await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/end", path, new { endsOn = Today.AddDays(40) })).ReadAsync<CommitmentView>();
        await (await scene.FulfilAsync(pledge.Id, scene.Agencies[0], scene.Coordinator)).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        var told = (await service.JournalAsync(scene.Scene.Hub, 1, entry => entry.Type == "commitment-fulfilled")).Single(entry => entry.Type == "commitment-fulfilled");
        Assert.Contains($"{Today.AddDays(40):yyyy-MM-dd}", told.Payload, StringComparison.Ordinal);

        // As if it had begun two months ago, been kept within days, and given more time since.
        await using (var scope = service.Provided.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
            await db.Commitments.Where(one => one.Id == pledge.Id).ExecuteUpdateAsync(one => one.SetProperty(which => which.StartsOn, Today.AddDays(-60)));
            await db.Members.Where(member => member.TaskForceId == scene.TaskForce)
                .ExecuteUpdateAsync(member => member.SetProperty(which => which.JoinedAt, DateTimeOffset.UtcNow.AddDays(-90)));
            await db.CommitmentTallies.Where(tally => tally.CommitmentId == pledge.Id).ExecuteUpdateAsync(tally => tally
                .SetProperty(which => which.FirstDay, Today.AddDays(-60)).SetProperty(which => which.LastDay, Today.AddDays(-50)));
        }

        var line = Assert.Single(await scene.LedgerAsync($"?from={Today.AddDays(-30):yyyy-MM-dd}"));
        Assert.Equal((2, 2, Standing.Kept), (line.Due, line.Fulfilled, line.Standing));
    }

    [Fact]
    public async Task One_pledges_for_what_it_gets_and_only_it_owes_it()
    {
        var scene = await StartAsync(service);
        var answer = await scene.TryPledgeAsync("ProvideSpace", "Year", agencyId: scene.Agencies[0], inReturn: "Interpreters of the group");
        var pledge = await answer.ReadAsync<CommitmentView>(HttpStatusCode.Created);
        Assert.Equal((CommitmentScope.QuidProQuo, "Interpreters of the group"), (pledge.Scope, pledge.InReturn));
        Assert.Equal(scene.Agencies[0], Assert.Single(await scene.LedgerAsync()).AgencyId);
        Assert.Contains("agencyId", (await (await scene.FulfilAsync(pledge.Id, scene.Agencies[1], scene.Coordinator)).ErrorsAsync()).Keys);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.FulfilAsync(pledge.Id, scene.Agencies[0], scene.AdminOf(1))).StatusCode);
        Assert.Contains("note", (await (await scene.FulfilAsync(pledge.Id, scene.Agencies[0], scene.AdminOf(0), note: null)).ErrorsAsync()).Keys);
        foreach (var on in new[] { Today.AddDays(1), Today.AddDays(-1) })
            Assert.Contains("on", (await (await scene.FulfilAsync(pledge.Id, scene.Agencies[0], scene.AdminOf(0), on)).ErrorsAsync()).Keys);
    }

    [Fact]
    public async Task Nobody_owes_what_was_under_way_when_it_came_but_what_it_does_is_seen()
    {
        var scene = await StartAsync(service);
        var pledge = await scene.PledgeAsync(period: "Quarter", startsOn: Today.AddMonths(-7));
        Assert.Empty(await scene.LedgerAsync());
        await (await scene.FulfilAsync(pledge.Id, scene.Agencies[0], scene.Coordinator)).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        var line = Assert.Single(await scene.LedgerAsync());
        Assert.Equal((0, 1, Standing.NotDue, Today.AddMonths(-7).AddMonths(6)), (line.Due, line.Fulfilled, line.Standing, line.FirstDay));
    }

    [Fact]
    public async Task The_ledger_is_read_page_by_page_and_by_agency_commitment_and_standing()
    {
        var scene = await StartAsync(service);
        var pledges = new[] { await scene.PledgeAsync(), await scene.PledgeAsync("AttendMeetings"), await scene.PledgeAsync(period: "Once", endsOn: Today) };
        var all = await scene.LedgerAsync();
        Assert.Equal(6, all.Count);
        Assert.Equal(3, (await scene.LedgerAsync($"?agencyId={scene.Agencies[1]}")).Count);
        Assert.Equal(2, (await scene.LedgerAsync($"?commitmentId={pledges[2].Id}&standing=Running")).Count);
        Assert.Empty(await scene.LedgerAsync("?standing=Kept"));

        var pages = new List<LedgerLineView>();
        for (var next = "?take=4"; next is not null;)
        {
            var answer = await scene.Coordinator.GetAsync($"/task-forces/{scene.TaskForce}/commitment-ledger{next}");
            pages.AddRange(await answer.ReadAsync<List<LedgerLineView>>());
            next = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(all, pages);
        foreach (var (query, field) in new[] { ($"?from={Today.AddDays(1):yyyy-MM-dd}", "from"), ($"?from={Today.AddYears(-7):yyyy-MM-dd}", "from") })
        {
            var refused = await scene.Coordinator.GetAsync($"/task-forces/{scene.TaskForce}/commitment-ledger{query}");
            Assert.Contains(field, (await refused.ErrorsAsync()).Keys);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await scene.Scene.As(Roles.Coordinator).GetAsync($"/task-forces/{scene.TaskForce}/commitment-ledger")).StatusCode);
    }

    [Fact]
    public async Task What_the_end_cuts_short_nobody_owes_and_an_ended_commitment_stays_ended()
    {
        var scene = await StartAsync(service);
        var pledge = await scene.PledgeAsync();
        Assert.Contains("endsOn", (await (await EndAsync(Today.AddDays(-1))).ErrorsAsync()).Keys);
        var ended = await (await EndAsync(Today)).ReadAsync<CommitmentView>();
        Assert.Equal(Today, ended.EndsOn);
        Assert.Empty(await scene.LedgerAsync());
        foreach (var (period, startsOn, endsOn, field) in new (string, DateOnly?, DateOnly?, string)[]
                 {
                     ("Once", null, null, "endsOn"), ("Month", null, Today.AddDays(-1), "endsOn"), ("Month", Today.AddYears(-6), null, "startsOn"),
                 })
        {
            Assert.Contains(field, (await (await scene.TryPledgeAsync(period: period, startsOn: startsOn, endsOn: endsOn)).ErrorsAsync()).Keys);
        }

        Assert.Contains("inReturn", (await (await scene.TryPledgeAsync(inReturn: "Coffee")).ErrorsAsync()).Keys);

        Task<HttpResponseMessage> EndAsync(DateOnly endsOn) =>
            Scene.SendAsync(scene.Coordinator, HttpMethod.Post, $"{scene.All}/{pledge.Id}/end", new { endsOn }, EntityTagHeaderValue.Any);
    }

    [Fact]
    public async Task Of_those_who_count_at_once_none_is_lost()
    {
        var scene = await StartAsync(service);
        var pledge = await scene.PledgeAsync(countDue: 100);
        var counted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.FulfilAsync(pledge.Id, scene.Agencies[0], scene.Coordinator)));
        Assert.All(counted, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        Assert.Equal(
            counted.Count(answer => answer.StatusCode == HttpStatusCode.Created),
            (await scene.LedgerAsync($"?agencyId={scene.Agencies[0]}")).Single().Fulfilled);
    }
}
