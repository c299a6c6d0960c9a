using System.Net;
using Contracts;
using Membership.TaskForces;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.TaskForces;

/// <summary>Vision, mission and guiding principles: drafted, adopted by decision, superseded, acknowledged.</summary>
public abstract class StatementTests(MembershipService service)
{
    [Fact]
    public async Task A_vision_is_in_force_once_it_is_decided_and_until_the_next_is()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.MemberAsync();
        var (core, path) = (scene.As(Roles.CoreGroup, taskForce: taskForce.Id), $"/task-forces/{taskForce.Id}/visions");
        var first = await DraftAsync(core, path, "Survivors through collaboration");
        Assert.Equal((1, StatementState.Draft), (first.Number, first.State));
        await AdoptAsync(scene, core, path, taskForce.Id, first);
        var second = await DraftAsync(core, path, "Nobody for sale");
        Assert.Equal(2, second.Number);
        await AdoptAsync(scene, core, path, taskForce.Id, second);

        var all = await core.GetFromJsonAsync<List<VisionView>>(path, Answers.Json);
        Assert.Equal([(1, StatementState.Superseded), (2, StatementState.Adopted)], all!.OrderBy(version => version.Number).Select(version => (version.Number, version.State)));
        var inForce = Assert.Single((await core.GetFromJsonAsync<List<VisionView>>($"{path}?state=Adopted", Answers.Json))!);
        Assert.Equal("Nobody for sale", inForce.Vision);
        var again = await Scene.ChangeAsync(core, HttpMethod.Post, $"{path}/2/adoption", $"{path}/2", new { decisionId = inForce.DecisionId });
        Assert.Equal("state-conflict", await again.ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task It_stands_on_a_carried_decision_about_itself_that_has_carried_nothing_else()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var (core, path) = (scene.As(Roles.CoreGroup, taskForce: taskForce.Id), $"/task-forces/{taskForce.Id}/visions");
        var draft = await DraftAsync(core, path, "A");
        var other = await DraftAsync(core, path, "B");
        foreach (var wrong in new[]
        {
            (await scene.CarriedAsync(taskForce.Id, DecisionAbout.GuidingPrinciples, draft.Id)).Id,
            (await scene.CarriedAsync(taskForce.Id, DecisionAbout.VisionAndMission, other.Id)).Id,
            (await scene.CarriedAsync(taskForce.Id, DecisionAbout.VisionAndMission)).Id, Guid.NewGuid(),
        })
        {
            Assert.Contains("decisionId", (await (await Adopt(draft, wrong)).ErrorsAsync()).Keys);
        }

        var rejected = await (await scene.As(Roles.Coordinator, taskForce: taskForce.Id).PostAsJsonAsync($"/task-forces/{taskForce.Id}/decisions", new
        {
            about = "VisionAndMission", subjectId = draft.Id, question = "Shall we?", method = "Vote", decidedOn = "2026-01-15",
            ballots = new[] { new { voterId = agency.Id, choice = "No" } },
        })).ReadAsync<Membership.Decisions.DecisionView>(HttpStatusCode.Created);
        Assert.Equal("not-carried", await (await Adopt(draft, rejected.Id)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await core.PostAsJsonAsync($"{path}/1/adoption", new { decisionId = rejected.Id })).StatusCode);

        Task<HttpResponseMessage> Adopt(VisionView version, Guid decision) =>
            Scene.ChangeAsync(core, HttpMethod.Post, $"{path}/{version.Number}/adoption", $"{path}/{version.Number}", new { decisionId = decision });
    }

    [Fact]
    public async Task Of_two_first_versions_adopted_at_the_same_moment_one_is_in_force()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.MemberAsync();
        var (core, path) = (scene.As(Roles.CoreGroup, taskForce: taskForce.Id), $"/task-forces/{taskForce.Id}/visions");
        var drafts = new[] { await DraftAsync(core, path, "A"), await DraftAsync(core, path, "B"), await DraftAsync(core, path, "C") };
        var decisions = new List<Guid>();
        foreach (var draft in drafts) decisions.Add((await scene.CarriedAsync(taskForce.Id, DecisionAbout.VisionAndMission, draft.Id)).Id);
        var answers = await Task.WhenAll(drafts.Select((draft, index) => Scene.ChangeAsync(
            core, HttpMethod.Post, $"{path}/{draft.Number}/adoption", $"{path}/{draft.Number}", new { decisionId = decisions[index] })));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Single((await core.GetFromJsonAsync<List<VisionView>>($"{path}?state=Adopted", Answers.Json))!);
    }

    [Fact]
    public async Task Every_member_is_asked_to_acknowledge_the_principles_in_force_anew_with_each_version()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var second = await scene.AgencyAsync(name: "Second");
        await scene.JoinAsync(taskForce.Id, second.Id);
        var (core, path) = (scene.As(Roles.CoreGroup, taskForce: taskForce.Id), $"/task-forces/{taskForce.Id}/guiding-principles");
        var own = scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id);
        await PrinciplesAsync(1, "Victim-centered.", "Trauma-informed.");
        Assert.Equal("state-conflict", await (await own.PostAsJsonAsync($"{path}/1/acknowledgements", new { agencyId = agency.Id })).ProblemAsync(HttpStatusCode.Conflict));
        await AdoptPrinciplesAsync(1);

        Assert.Equal(HttpStatusCode.Created, (await own.PostAsJsonAsync($"{path}/1/acknowledgements", new { agencyId = agency.Id })).StatusCode);
        Assert.Equal("acknowledged-already", await (await own.PostAsJsonAsync($"{path}/1/acknowledgements", new { agencyId = agency.Id })).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.Forbidden, (await own.PostAsJsonAsync($"{path}/1/acknowledgements", new { agencyId = second.Id })).StatusCode);
        Assert.Equal("not-a-member", await (await scene.HubAdmin.PostAsJsonAsync($"{path}/1/acknowledgements", new { agencyId = Guid.NewGuid() })).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(agency.Id, Assert.Single(await AskedAsync(1, acknowledged: true)).AgencyId);
        Assert.Equal(second.Id, Assert.Single(await AskedAsync(1, acknowledged: false)).AgencyId);

        // What is recorded for a member is marked as such, until it gives its own word.
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce.Id);
        var recorded = await (await AcknowledgeAsync(coordinator)).ReadAsync<PrincipleAcknowledgementView>(HttpStatusCode.Created);
        Assert.Equal((second.Id, true, null), (recorded.AgencyId, recorded.RecordedByCoordinator, recorded.SeatId));
        Assert.Equal("acknowledged-already", await (await AcknowledgeAsync(coordinator)).ProblemAsync(HttpStatusCode.Conflict));
        var seat = await scene.SeatAsync(taskForce.Id, second.Id);
        var word = await (await AcknowledgeAsync(scene.As(Roles.CaseWorker, second.Id, taskForce.Id, seat.Id))).ReadAsync<PrincipleAcknowledgementView>(HttpStatusCode.Created);
        Assert.Equal((second.Id, false, seat.Id), (word.AgencyId, word.RecordedByCoordinator, word.SeatId));
        foreach (var late in new[] { coordinator, scene.As(Roles.AgencyAdmin, second.Id, taskForce.Id) })
            Assert.Equal("acknowledged-already", await (await AcknowledgeAsync(late)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.All(await AskedAsync(1, acknowledged: true), one => Assert.False(one.RecordedByCoordinator));

        Task<HttpResponseMessage> AcknowledgeAsync(HttpClient by) => by.PostAsJsonAsync($"{path}/1/acknowledgements", new { agencyId = second.Id });

        await PrinciplesAsync(2, "Survivor-informed.");
        await AdoptPrinciplesAsync(2);
        Assert.Equal(2, (await AskedAsync(2, acknowledged: false)).Count);
        Assert.Equal("state-conflict", await (await scene.HubAdmin.PostAsJsonAsync($"{path}/1/acknowledgements", new { agencyId = second.Id })).ProblemAsync(HttpStatusCode.Conflict));

        async Task PrinciplesAsync(int number, params string[] texts)
        {
            var drafted = await core.PostAsJsonAsync(path, new { principles = texts.Select(text => new { text }) });
            var draft = await drafted.ReadAsync<PrinciplesView>(HttpStatusCode.Created);
            Assert.Equal(number, draft.Number);
            Assert.Equal(texts, draft.Principles);
        }

        async Task AdoptPrinciplesAsync(int number)
        {
            var draft = await core.GetFromJsonAsync<PrinciplesView>($"{path}/{number}", Answers.Json);
            var decision = await scene.CarriedAsync(taskForce.Id, DecisionAbout.GuidingPrinciples, draft!.Id);
            var adopted = await Scene.ChangeAsync(core, HttpMethod.Post, $"{path}/{number}/adoption", $"{path}/{number}", new { decisionId = decision.Id });
            Assert.Equal(HttpStatusCode.OK, adopted.StatusCode);
        }

        async Task<List<PrincipleAcknowledgementView>> AskedAsync(int number, bool acknowledged) =>
            (await own.GetFromJsonAsync<List<PrincipleAcknowledgementView>>($"{path}/{number}/acknowledgements?acknowledged={acknowledged}", Answers.Json))!;
    }

    private static async Task<VisionView> DraftAsync(HttpClient client, string path, string vision) =>
        await (await client.PostAsJsonAsync(path, new { vision, mission = "Answer every call." })).ReadAsync<VisionView>(HttpStatusCode.Created);

    private static async Task AdoptAsync(Scene scene, HttpClient client, string path, Guid taskForce, VisionView draft)
    {
        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.VisionAndMission, draft.Id);
        var adopted = await Scene.ChangeAsync(client, HttpMethod.Post, $"{path}/{draft.Number}/adoption", $"{path}/{draft.Number}", new { decisionId = decision.Id });
        Assert.Equal(StatementState.Adopted, (await adopted.ReadAsync<VisionView>()).State);
    }

    [Collection(MembershipService.Name)]
    public sealed class OnSqlite(MembershipService service) : StatementTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : StatementTests(service);
}
