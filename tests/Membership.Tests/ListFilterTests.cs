using System.Net;
using Contracts;
using Membership.Commitments;
using Membership.Committees;
using Membership.Hubs;
using Membership.Members;
using Membership.Pulse;
using Membership.SelfAssessment;
using Membership.TaskForces;
using Membership.Tests.Commitments;
using Membership.Tests.Leadership;
using Membership.Tests.Members;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests;

/// <summary>What lists are narrowed by, one after the other.</summary>
[Collection(MembershipOfMembers.Name)]
public sealed class ListFilterTests(MembershipService service)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task Hubs_and_task_forces_are_found_by_what_they_are_called()
    {
        var scene = await Scene.StartAsync(service);
        using var admin = service.ClientFor(Roles.PlatformAdmin, hub: null);
        Assert.Equal(scene.Hub, Assert.Single(await ReadAsync<HubView>(admin, $"/hubs?code={scene.Hub}&name=ARBO")).Code);
        Assert.Empty(await ReadAsync<HubView>(admin, $"/hubs?code={scene.Hub}&name=%25"));

        var harbor = await scene.TaskForceAsync();
        var valley = await (await scene.HubAdmin.PostAsJsonAsync("/task-forces", new
        {
            scene.Hub, name = "Valley_100% Coalition", purpose = "Meet", formality = "Informal", model = "Coalition", focus = new[] { "Prevention" },
        })).ReadAsync<TaskForceView>(HttpStatusCode.Created);
        foreach (var (query, found) in new[]
        {
            ("name=valley", valley), ("name=y_1", valley), ("name=0%25", valley), ("name=human traff", harbor), ("formality=Informal", valley), ("model=ECM", harbor),
            ("focus=Prosecution", harbor), ("focus=Prevention&name=val", valley),
        })
        {
            Assert.Equal(found.Id, Assert.Single(await ReadAsync<TaskForceView>(scene.HubAdmin, $"/task-forces?{query}")).Id);
        }
    }

    [Fact]
    public async Task Members_are_found_by_name_class_and_type_and_by_whether_anybody_sits_for_them()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, shelter) = await scene.MemberAsync();
        var police = await scene.AgencyAsync(AgencyClass.LawEnforcement, "Señal City Police");
        await scene.JoinAsync(taskForce.Id, police.Id);
        await scene.SeatAsync(taskForce.Id, police.Id);
        foreach (var (query, found) in new[]
        {
            ("name=poli senal", police), ("name=door", shelter), ("agencyClass=LawEnforcement", police), ("agencyType=NGO", shelter), ("orphaned=true", shelter), ("orphaned=false", police),
        })
        {
            Assert.Equal(found.Id, Assert.Single(await ReadAsync<MemberView>(scene.HubAdmin, $"/task-forces/{taskForce.Id}/members?{query}")).AgencyId);
        }

        Assert.Empty(await ReadAsync<MemberView>(scene.HubAdmin, $"/task-forces/{taskForce.Id}/members?name=door&agencyClass=LawEnforcement"));
        Assert.Equal("name", (await (await scene.HubAdmin.GetAsync($"/task-forces/{taskForce.Id}/members?name=-")).ErrorsAsync()).Keys.Single());
    }

    [Fact]
    public async Task Terms_and_what_happened_with_a_member_are_found_by_kind_and_day()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        await scene.AdoptAsync(taskForce, founder, openness: "Open");
        var versions = $"/task-forces/{taskForce}/membership-terms/versions";
        Assert.Equal(2, Assert.Single(await ReadAsync<MembershipTermsView>(scene.HubAdmin, $"{versions}?openness=Open")).Number);
        Assert.Empty(await ReadAsync<MembershipTermsView>(scene.HubAdmin, $"{versions}?process=CoreGroup"));
        var changes = $"{MemberScene.Members(taskForce, founder)}/changes";
        Assert.Single(await ReadAsync<MemberChangeView>(scene.HubAdmin, $"{changes}?step=Founded"));
        Assert.Empty(await ReadAsync<MemberChangeView>(scene.HubAdmin, $"{changes}?step=Removed"));
        foreach (var (list, all) in new[] { (versions, 2), (changes, 1) })
        {
            Assert.Equal(all, await CountAsync($"{list}?from={Day(-1)}&to={Day(1)}"));
            Assert.Equal(all, await CountAsync($"{list}?from=0001-01-01&to=9999-12-31"));
            Assert.Equal((0, 0), (await CountAsync($"{list}?to={Day(-1)}"), await CountAsync($"{list}?from={Day(1)}")));
        }

        async Task<int> CountAsync(string path) => (await ReadAsync<object>(scene.HubAdmin, path)).Count;
    }

    [Fact]
    public async Task What_was_done_for_a_commitment_and_who_sits_in_a_committee_are_found_by_day_and_agency()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var (one, other) = (scene.Seats[0], scene.Seats[1]);
        var committees = $"/task-forces/{scene.TaskForce}/committees";
        var formed = await (await scene.Coordinator.PostAsJsonAsync(committees, new
        {
            kind = "Committee", name = "Outreach", purpose = "Present a presence", formedOn = Today, agencyIds = new[] { one.AgencyId, other.AgencyId },
        })).ReadAsync<CommitteeView>(HttpStatusCode.Created);
        var members = $"{committees}/{formed.Id}/members";
        Assert.Equal(other.AgencyId, Assert.Single(await ReadAsync<CommitteeMemberView>(scene.Coordinator, $"{members}?agencyId={other.AgencyId}")).AgencyId);
        Assert.Empty(await ReadAsync<CommitteeMemberView>(scene.Coordinator, $"{members}?seatId={Guid.NewGuid()}"));

        var pledged = new CommitmentScene(scene.Scene, scene.TaskForce, [one.AgencyId, other.AgencyId]);
        var commitment = await pledged.PledgeAsync();
        await (await pledged.FulfilAsync(commitment.Id, one.AgencyId, scene.Coordinator)).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        var fulfilments = $"{pledged.All}/{commitment.Id}/fulfilments";
        Assert.Single(await ReadAsync<FulfilmentView>(scene.Coordinator, $"{fulfilments}?from={Day(0)}&to={Day(0)}&source=Evidence"));
        Assert.Empty(await ReadAsync<FulfilmentView>(scene.Coordinator, $"{fulfilments}?to={Day(-1)}"));
        Assert.Empty(await ReadAsync<FulfilmentView>(scene.Coordinator, $"{fulfilments}?from={Day(1)}"));
    }

    [Fact]
    public async Task Rounds_and_frameworks_are_found_by_day_and_state()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 5);
        var all = $"/task-forces/{scene.TaskForce}";
        (await scene.Coordinator.PostAsJsonAsync($"{all}/pulse-rounds", new { opensOn = Today.AddDays(1), closesOn = Today.AddDays(4) })).EnsureSuccessStatusCode();
        Assert.Single(await ReadAsync<PulseRoundView>(scene.Coordinator, $"{all}/pulse-rounds?state=Planned&from={Day(4)}&to={Day(9)}"));
        foreach (var query in new[] { "state=Open", "state=Closed", $"from={Day(5)}", $"to={Day(0)}" })
            Assert.Empty(await ReadAsync<PulseRoundView>(scene.Coordinator, $"{all}/pulse-rounds?{query}"));

        (await scene.Coordinator.PostAsync($"{all}/frameworks/default", null)).EnsureSuccessStatusCode();
        (await scene.Coordinator.PostAsJsonAsync($"{all}/assessment-rounds", new { frameworkVersion = 1, opensOn = Today, closesOn = Today.AddDays(3) })).EnsureSuccessStatusCode();
        Assert.Single(await ReadAsync<FrameworkSummary>(scene.Coordinator, $"{all}/frameworks?from={Day(0)}&to={Day(0)}"));
        Assert.Empty(await ReadAsync<FrameworkSummary>(scene.Coordinator, $"{all}/frameworks?to={Day(-1)}"));
        Assert.Single(await ReadAsync<RoundView>(scene.Coordinator, $"{all}/assessment-rounds?state=Open&framework=1"));
        foreach (var query in new[] { "state=Planned", "state=Closed", "framework=2" })
            Assert.Empty(await ReadAsync<RoundView>(scene.Coordinator, $"{all}/assessment-rounds?{query}"));
    }

    private static string Day(int days) => $"{Today.AddDays(days):yyyy-MM-dd}";

    private static async Task<List<T>> ReadAsync<T>(HttpClient by, string path) => await (await by.GetAsync(path)).ReadAsync<List<T>>();
}
