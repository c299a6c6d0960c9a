using System.Net;
using Contracts;
using Membership.Committees;
using Membership.Leadership;
using Membership.Tests.Leadership;
using Testing;

namespace Membership.Tests.Committees;

[Collection(MembershipOfMembers.Name)]
public sealed class CommitteeTests(MembershipService service)
{
    private static DateOnly Today => LeadershipScene.Today;

    [Fact]
    public async Task A_committee_is_formed_changed_and_dissolved_and_the_minutes_tell_it()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 3);
        var (chair, member, later) = (scene.Seats[0], scene.Seats[1], scene.Seats[2]);
        var decision = await scene.DecidedAsync(null, about: DecisionAbout.Structure);
        var formed = await FormAsync(scene, new
        {
            kind = "Committee", name = "Outreach", purpose = "Present a presence", formedOn = Today, chairSeatId = chair.Id,
            agencyIds = new[] { chair.AgencyId, member.AgencyId }, decisionId = decision,
        });
        Assert.Equal((CommitteeState.Active, chair.Id, false), (formed.State, formed.ChairSeatId!.Value, formed.Overdue));
        Assert.Equal("committee-exists", await (await PostAsync(scene, Group("Outreach"))).ProblemAsync(HttpStatusCode.Conflict));

        var path = $"{Committees(scene)}/{formed.Id}";
        Assert.Equal(HttpStatusCode.Created, (await JoinAsync(scene, path, later.AgencyId, later.Id)).StatusCode);
        Assert.Equal("already-a-member", await (await JoinAsync(scene, path, later.AgencyId)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Contains("seatId", (await (await JoinAsync(scene, path, later.AgencyId, chair.Id)).ErrorsAsync()).Keys);
        Assert.Contains("agencyId", (await (await JoinAsync(scene, path, Guid.NewGuid())).ErrorsAsync()).Keys);
        var sitting = await MembersAsync(scene, path);
        Assert.Equal(3, sitting.Count);
        var left = $"{path}/members/{sitting.Single(sits => sits.AgencyId == member.AgencyId).Id}";
        var before = (await scene.Coordinator.GetAsync(left)).Headers.ETag;
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await scene.Coordinator.DeleteAsync(left)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Scene.SendAsync(scene.Coordinator, HttpMethod.Delete, left, ifMatch: before)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Scene.SendAsync(scene.Coordinator, HttpMethod.Delete, left, ifMatch: before)).StatusCode);
        Assert.Equal("left-already", await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Delete, left, left)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(Today, (await (await scene.Coordinator.GetAsync(left)).ReadAsync<CommitteeMemberView>()).LeftOn);
        Assert.Equal((2, 1), ((await MembersAsync(scene, path)).Count, (await MembersAsync(scene, $"{path}", "?left=true")).Count));

        var changed = await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, new
        {
            name = "Outreach and training", purpose = "Present a presence", chairSeatId = later.Id, why = "The first year is over",
        })).ReadAsync<CommitteeView>();
        Assert.Equal(("Outreach and training", later.Id), (changed.Name, changed.ChairSeatId!.Value));
        Assert.Equal("not-a-work-group", await (await DoAsync(scene, path, "completion")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("not-a-work-group", await (await ExtendAsync(scene, path, Today.AddDays(9))).ProblemAsync(HttpStatusCode.Conflict));
        var ended = await (await DoAsync(scene, path, "dissolution")).ReadAsync<CommitteeView>();
        Assert.Equal((CommitteeState.Ended, CommitteeEndReason.Dissolved), (ended.State, ended.EndReason!.Value));
        foreach (var again in new[] { await DoAsync(scene, path, "dissolution"), await JoinAsync(scene, path, member.AgencyId) })
            Assert.Equal("state-conflict", await again.ProblemAsync(HttpStatusCode.Conflict));

        var changes = (await scene.ChangesAsync()).Where(change => change.SubjectId == formed.Id).ToList();
        Assert.Equal(
            [
                StructureChangeKind.CommitteeFormed, StructureChangeKind.CommitteeJoined, StructureChangeKind.CommitteeLeft,
                StructureChangeKind.CommitteeChairPassedOn, StructureChangeKind.CommitteeDissolved,
            ],
            changes.Select(change => change.Kind).Order());
        Assert.Equal(decision, changes.Single(change => change.Kind == StructureChangeKind.CommitteeFormed).DecisionId);
    }

    [Fact]
    public async Task A_work_group_has_a_task_and_a_last_day_and_a_committee_has_none()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        Assert.Contains("endsOn", (await (await PostAsync(scene, Group("Protocol draft", endsOn: null))).ErrorsAsync()).Keys);
        Assert.Contains("endsOn", (await (await PostAsync(scene, Group("Protocol draft", "Committee"))).ErrorsAsync()).Keys);
        Assert.Contains("endsOn", (await (await PostAsync(scene, Group("Protocol draft", endsOn: Today.AddDays(-1)))).ErrorsAsync()).Keys);
        Assert.Contains("chairSeatId", (await (await PostAsync(scene, Group("Protocol draft", chair: Guid.NewGuid()))).ErrorsAsync()).Keys);

        var group = await FormAsync(scene, Group("Protocol draft", endsOn: Today.AddDays(30)));
        var path = $"{Committees(scene)}/{group.Id}";
        Assert.Contains("endsOn", (await (await ExtendAsync(scene, path, Today.AddDays(29))).ErrorsAsync()).Keys);
        Assert.Equal(Today.AddDays(60), (await (await ExtendAsync(scene, path, Today.AddDays(60))).ReadAsync<CommitteeView>()).EndsOn);
        var done = await (await DoAsync(scene, path, "completion")).ReadAsync<CommitteeView>();
        Assert.Equal((CommitteeEndReason.TaskDone, false), (done.EndReason!.Value, done.Overdue));
        Assert.Equal("state-conflict", await (await ExtendAsync(scene, path, Today.AddDays(90))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("Not done yet", Assert.Single(await scene.ChangesAsync(), change => change.Kind == StructureChangeKind.WorkGroupExtended).Why);
    }

    [Fact]
    public async Task A_chair_whose_seat_ends_passes_to_the_alternate_or_is_vacant()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var (chair, alone) = (scene.Seats[0], scene.Seats[1]);
        var alternate = await scene.Scene.SeatAsync(scene.TaskForce, chair.AgencyId, alternateFor: chair.Id, name: "Deputy");
        var passes = await FormAsync(scene, Group("One", chair: chair.Id, agency: chair.AgencyId));
        var falls = await FormAsync(scene, Group("Two", "Committee", endsOn: null, chair: alone.Id, agency: alone.AgencyId));
        (await scene.Scene.EndSeatAsync(scene.TaskForce, chair.Id)).EnsureSuccessStatusCode();
        (await scene.Scene.EndSeatAsync(scene.TaskForce, alone.Id)).EnsureSuccessStatusCode();

        var listed = await scene.Coordinator.GetFromJsonAsync<List<CommitteeView>>($"{Committees(scene)}?state=Active", Answers.Json);
        Assert.Equal(alternate.Id, listed!.Single(committee => committee.Id == passes.Id).ChairSeatId);
        Assert.Null(listed!.Single(committee => committee.Id == falls.Id).ChairSeatId);
        Assert.Equal(alternate.Id, (await MembersAsync(scene, $"{Committees(scene)}/{passes.Id}")).Single().SeatId);
        Assert.Null((await MembersAsync(scene, $"{Committees(scene)}/{falls.Id}")).Single().SeatId);
    }

    [Fact]
    public async Task An_agency_whose_membership_ends_sits_in_no_committee_any_more_and_the_minutes_say_so()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var (leaving, staying) = (scene.Seats[0], scene.Seats[1]);
        object Standing(string name) => new
        {
            kind = "Committee", name, purpose = "Present a presence", formedOn = Today, chairSeatId = leaving.Id, agencyIds = new[] { leaving.AgencyId, staying.AgencyId },
        };
        var (sits, dissolved) = (await FormAsync(scene, Standing("One")), await FormAsync(scene, Standing("Two")));
        var (path, over) = ($"{Committees(scene)}/{sits.Id}", $"{Committees(scene)}/{dissolved.Id}");
        Assert.Equal(HttpStatusCode.OK, (await DoAsync(scene, over, "dissolution")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Scene.LeaveAsync(scene.TaskForce, leaving.AgencyId)).StatusCode);

        Assert.Equal([staying.AgencyId], (await MembersAsync(scene, path)).Select(member => member.AgencyId));
        var left = Assert.Single(await MembersAsync(scene, path, "?left=true"));
        Assert.Equal((leaving.AgencyId, Today), (left.AgencyId, left.LeftOn));
        var line = Assert.Single(await scene.ChangesAsync(), change => change.Kind == StructureChangeKind.CommitteeLeft);
        Assert.Equal((sits.Id, leaving.AgencyId), (line.SubjectId, line.AgencyId));
        // Who sat there when a committee was dissolved stays as it was.
        Assert.Equal(2, (await MembersAsync(scene, over)).Count);
    }

    [Fact]
    public async Task While_an_agency_is_suspended_its_people_are_given_no_chair_and_no_place()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var (rests, chair) = (scene.Seats[0], scene.Seats[1]);
        var group = await FormAsync(scene, Group("One", chair: chair.Id));
        var path = $"{Committees(scene)}/{group.Id}";
        await scene.SuspendAsync(rests);
        Assert.Contains("chairSeatId", (await (await PostAsync(scene, Group("Two", chair: rests.Id))).ErrorsAsync()).Keys);
        Assert.Contains("agencyId", (await (await JoinAsync(scene, path, rests.AgencyId, rests.Id)).ErrorsAsync()).Keys);
        var passed = await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, new
        {
            name = "One", purpose = "As before", chairSeatId = rests.Id, why = "The first year is over",
        });
        Assert.Contains("chairSeatId", (await passed.ErrorsAsync()).Keys);
    }

    internal static string Committees(LeadershipScene scene) => $"/task-forces/{scene.TaskForce}/committees";

    internal static object Group(string name, string kind = "WorkGroup", Guid? chair = null, Guid? agency = null, DateOnly? formedOn = null) =>
        Group(name, kind, kind == "WorkGroup" || agency is null ? Today.AddDays(30) : null, chair, agency, formedOn);

    internal static object Group(
        string name, string kind, DateOnly? endsOn, Guid? chair = null, Guid? agency = null, DateOnly? formedOn = null) => new
    {
        kind, name, purpose = "Draft the case-response protocol", formedOn = formedOn ?? Today, endsOn, chairSeatId = chair,
        agencyIds = agency is null ? null : new[] { agency },
    };

    private static object Group(string name, DateOnly? endsOn) => Group(name, "WorkGroup", endsOn);

    private static Task<HttpResponseMessage> PostAsync(LeadershipScene scene, object body) => scene.Coordinator.PostAsJsonAsync(Committees(scene), body);

    internal static async Task<CommitteeView> FormAsync(LeadershipScene scene, object body) =>
        await (await PostAsync(scene, body)).ReadAsync<CommitteeView>(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> JoinAsync(LeadershipScene scene, string path, Guid agencyId, Guid? seatId = null) =>
        scene.Coordinator.PostAsJsonAsync($"{path}/members", new { agencyId, seatId });

    private static async Task<List<CommitteeMemberView>> MembersAsync(LeadershipScene scene, string path, string query = "") =>
        (await scene.Coordinator.GetFromJsonAsync<List<CommitteeMemberView>>($"{path}/members{query}", Answers.Json))!;

    internal static Task<HttpResponseMessage> DoAsync(LeadershipScene scene, string path, string verb) =>
        Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/{verb}", path, new { why = "As agreed" });

    internal static Task<HttpResponseMessage> ExtendAsync(LeadershipScene scene, string path, DateOnly endsOn) =>
        Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/extension", path, new { endsOn, why = "Not done yet" });
}
