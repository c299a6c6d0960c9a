using System.Net;
using System.Text.Json;
using Contracts;
using Membership.Decisions;
using Membership.Members;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

[Collection(MembershipOfMembers.Name)]
public sealed class ApplicationTests(MembershipService service)
{
    [Fact]
    public async Task From_application_over_vetting_vote_and_probation_to_a_member_that_votes_each_step_with_reason_date_and_who()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AgencyAsync(name: "Lighthouse")).Id;
        var (admin, coordinator) = (scene.As(Roles.AgencyAdmin, agency), scene.As(Roles.Coordinator, taskForce: taskForce));
        var application = await (await scene.ApplyAsync(taskForce, agency, admin)).ReadAsync<ApplicationView>(HttpStatusCode.Created);
        Assert.Equal((ApplicationState.Received, "Lighthouse"), (application.State, application.AgencyName));
        var path = MemberScene.Application(taskForce, application.Id);

        var unvetted = await scene.DecideAsync(taskForce, DecisionAbout.Application, application.Id, [founder]);
        Assert.Equal("vetting-needed", await unvetted.ProblemAsync(HttpStatusCode.Conflict));
        var early = await MemberScene.UseAsync(coordinator, path, "admission", MemberScene.By(Guid.NewGuid()));
        Assert.Equal("state-conflict", await early.ProblemAsync(HttpStatusCode.Conflict));
        var vetted = await (await MemberScene.UseAsync(coordinator, path, "vetting", MemberScene.Vetted())).ReadAsync<ApplicationView>();
        Assert.Equal([VettingOutcome.Met, VettingOutcome.Waived], vetted.Vetting.Select(result => result.Outcome));

        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1));
        var backdated = await scene.DecideAsync(taskForce, DecisionAbout.Application, application.Id, [founder], on: yesterday);
        Assert.Contains("decidedOn", (await backdated.ErrorsAsync()).Keys);
        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.Application, application.Id, founder);
        Assert.Equal(["decisionId", "reason"], (await (await MemberScene.UseAsync(coordinator, path, "admission", new { })).ErrorsAsync()).Keys.Order());
        var admitted = await (await MemberScene.UseAsync(coordinator, path, "admission", MemberScene.By(decision.Id))).ReadAsync<ApplicationView>();
        Assert.Equal((ApplicationState.Admitted, decision.Id), (admitted.State, admitted.DecisionId));

        var member = await scene.ReadMemberAsync(taskForce, agency);
        Assert.Equal((MemberState.Provisional, false), (member.State, member.MayVote));
        Assert.Contains("ballots", (await (await VoteAsync()).ErrorsAsync()).Keys);
        await (await MemberScene.UseAsync(coordinator, MemberScene.Members(taskForce, agency), "activation", new { reason = "Half a year of good work." })).ReadAsync<MemberView>();
        var active = await scene.ReadMemberAsync(taskForce, agency);
        Assert.Equal((MemberState.Active, true), (active.State, active.MayVote));
        Assert.Equal(HttpStatusCode.Created, (await VoteAsync()).StatusCode);

        var changes = await scene.ChangesAsync(taskForce, agency, admin);
        Assert.Equal([MemberStep.Applied, MemberStep.Vetted, MemberStep.Admitted, MemberStep.Activated], changes.Select(change => change.Step));
        Assert.Equal([Roles.AgencyAdmin, Roles.Coordinator, Roles.Coordinator, Roles.Coordinator], changes.Select(change => change.By.Role));
        Assert.Equal((MemberState.Active, "Half a year of good work."), (changes[3].State, changes[3].Reason));
        Assert.Equal((decision.Id, "It brings what we lack."), (changes[2].DecisionId, changes[2].Reason));
        Assert.All(changes, change => Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow), change.ChangedOn));
        foreach (var stranger in new[] { scene.As(Roles.AgencyAdmin), scene.As(Roles.Coordinator), scene.As(Roles.CoreGroup) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{MemberScene.Members(taskForce, agency)}/changes")).StatusCode);

        var journal = await service.JournalAsync(scene.Hub, 2, entry => entry.Type == "agency-joined");
        var text = JsonSerializer.Serialize(journal);
        foreach (var said in new[] { "sheltered", "report says", "good work", "what we lack", "Serves the region" }) Assert.DoesNotContain(said, text, StringComparison.Ordinal);

        async Task<HttpResponseMessage> VoteAsync() => await coordinator.PostAsJsonAsync($"/task-forces/{taskForce}/decisions", new
        {
            about = "Other", question = "Shall we?", method = "Vote", decidedOn = "2026-01-15", ballots = new[] { new { voterId = agency, choice = "Yes" } },
        });
    }

    [Theory]
    [InlineData(true, MemberState.Provisional)]
    [InlineData(false, MemberState.Active)]
    public async Task An_open_task_force_admits_whoever_asks_as_its_terms_say(bool startsProvisional, MemberState state)
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open", startsProvisional: startsProvisional);
        var application = await scene.AppliedAsync(taskForce);
        Assert.Equal(ApplicationState.Admitted, application.State);
        Assert.Equal(state, (await scene.ReadMemberAsync(taskForce, application.AgencyId)).State);
        var listed = await (await scene.HubAdmin.GetAsync($"/task-forces/{taskForce}/members?state={state}")).ReadAsync<List<MemberView>>();
        Assert.Contains(listed, member => member.AgencyId == application.AgencyId);
        Assert.All(listed, member => Assert.Equal(state, member.State));
    }

    [Fact]
    public async Task Where_the_terms_leave_it_to_the_core_group_it_decides_and_no_one_of_it_alone()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync(process: "CoreGroup");
        var application = await scene.VettedAsync(taskForce);
        var path = MemberScene.Application(taskForce, application.Id);
        var (coordinator, coreGroup) = (scene.As(Roles.Coordinator, taskForce: taskForce), scene.As(Roles.CoreGroup, taskForce: taskForce));
        foreach (var verb in new[] { "admission", "refusal" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await MemberScene.UseAsync(coordinator, path, verb, MemberScene.By(Guid.NewGuid()))).StatusCode);
            foreach (var body in new object[] { new { reason = "So." }, MemberScene.By(Guid.NewGuid()) })
                Assert.Contains("decisionId", (await (await MemberScene.UseAsync(coreGroup, path, verb, body)).ErrorsAsync()).Keys);
        }

        var decision = await scene.CoreGroupDecidesAsync(taskForce, founder, application.Id);
        var admitted = await (await MemberScene.UseAsync(coreGroup, path, "admission", MemberScene.By(decision.Id))).ReadAsync<ApplicationView>();
        Assert.Equal((ApplicationState.Admitted, decision.Id), (admitted.State, admitted.DecisionId));

        var second = await scene.VettedAsync(taskForce);
        var rejected = await scene.CoreGroupDecidesAsync(taskForce, founder, second.Id, "No");
        var refused = await MemberScene.UseAsync(coreGroup, MemberScene.Application(taskForce, second.Id), "refusal", MemberScene.By(rejected.Id, "No room."));
        var view = await refused.ReadAsync<ApplicationView>();
        Assert.Equal((ApplicationState.Refused, rejected.Id), (view.State, view.DecisionId));

        // The members may decide what they left to a few of them.
        var third = await scene.VettedAsync(taskForce);
        var vote = await scene.CarriedAsync(taskForce, DecisionAbout.Application, third.Id, founder);
        var byAll = await MemberScene.UseAsync(coreGroup, MemberScene.Application(taskForce, third.Id), "admission", MemberScene.By(vote.Id));
        Assert.Equal(HttpStatusCode.OK, byAll.StatusCode);
    }

    [Fact]
    public async Task Where_the_terms_want_a_vote_the_core_group_decides_nothing_and_a_consensus_of_the_members_does()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var application = await scene.VettedAsync(taskForce);
        var path = MemberScene.Application(taskForce, application.Id);
        foreach (var (choice, verb) in new[] { ("Yes", "admission"), ("No", "refusal") })
        {
            var few = await scene.CoreGroupDecidesAsync(taskForce, founder, application.Id, choice);
            foreach (var by in new[] { scene.As(Roles.Coordinator, taskForce: taskForce), scene.As(Roles.CoreGroup, taskForce: taskForce) })
                Assert.Contains("decisionId", (await (await MemberScene.UseAsync(by, path, verb, MemberScene.By(few.Id))).ErrorsAsync()).Keys);
        }

        var all = await (await scene.DecideAsync(taskForce, DecisionAbout.Application, application.Id, [founder], method: "Consensus"))
            .ReadAsync<DecisionView>(HttpStatusCode.Created);
        var admitted = await MemberScene.UseAsync(scene.As(Roles.Coordinator, taskForce: taskForce), path, "admission", MemberScene.By(all.Id));
        Assert.Equal(ApplicationState.Admitted, (await admitted.ReadAsync<ApplicationView>()).State);
    }

    [Fact]
    public async Task A_criterion_that_is_not_met_bars_admission_until_it_is_waived_with_a_reason_and_what_was_decided_on_stays()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var application = await scene.AppliedAsync(taskForce);
        var path = MemberScene.Application(taskForce, application.Id);
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        Task<HttpResponseMessage> VetAsync(string outcome) => MemberScene.UseAsync(coordinator, path, "vetting", MemberScene.Vetted(outcome));
        Task<HttpResponseMessage> DecideAsync(string choice = "Yes") =>
            scene.DecideAsync(taskForce, DecisionAbout.Application, application.Id, [founder], choice);

        Assert.Equal(HttpStatusCode.OK, (await VetAsync("NotMet")).StatusCode);
        Assert.Equal("criterion-not-met", await (await DecideAsync()).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.OK, (await VetAsync("Waived")).StatusCode);
        // What the terms leave to the members the core group has not decided: vetting stays open.
        await scene.CoreGroupDecidesAsync(taskForce, founder, application.Id);
        Assert.Equal(HttpStatusCode.OK, (await VetAsync("Waived")).StatusCode);
        var decision = await (await DecideAsync()).ReadAsync<DecisionView>(HttpStatusCode.Created);
        Assert.Equal("decided-on", await (await VetAsync("NotMet")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.OK, (await MemberScene.UseAsync(coordinator, path, "admission", MemberScene.By(decision.Id))).StatusCode);

        // Whoever does not meet one may be refused for it.
        var other = await scene.AppliedAsync(taskForce);
        (path, application) = (MemberScene.Application(taskForce, other.Id), other);
        Assert.Equal(HttpStatusCode.OK, (await VetAsync("NotMet")).StatusCode);
        var rejected = await (await DecideAsync("No")).ReadAsync<DecisionView>(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.OK, (await MemberScene.UseAsync(coordinator, path, "refusal", MemberScene.By(rejected.Id, "It serves elsewhere."))).StatusCode);
    }

    [Fact]
    public async Task A_vote_that_rejects_refuses_and_the_applicant_reads_why()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var application = await scene.VettedAsync(taskForce);
        var path = MemberScene.Application(taskForce, application.Id);
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        var carried = await scene.CarriedAsync(taskForce, DecisionAbout.Application, application.Id, founder);
        var wrong = await MemberScene.UseAsync(coordinator, path, "refusal", MemberScene.By(carried.Id, "Two of five said yes."));
        Assert.Contains("decisionId", (await wrong.ErrorsAsync()).Keys);

        var voted = await scene.DecideAsync(taskForce, DecisionAbout.Application, application.Id, [founder], "No");
        var rejected = await voted.ReadAsync<DecisionView>(HttpStatusCode.Created);
        var notCarried = await MemberScene.UseAsync(coordinator, path, "admission", MemberScene.By(rejected.Id));
        Assert.Equal("not-carried", await notCarried.ProblemAsync(HttpStatusCode.Conflict));
        await (await MemberScene.UseAsync(coordinator, path, "refusal", MemberScene.By(rejected.Id, "Two of five said yes."))).ReadAsync<ApplicationView>();

        var admin = scene.As(Roles.AgencyAdmin, application.AgencyId);
        var last = (await scene.ChangesAsync(taskForce, application.AgencyId, admin))[^1];
        Assert.Equal(("Two of five said yes.", rejected.Id), (last.Reason, last.DecisionId));
        Assert.Equal("no-reapplication", await (await scene.ApplyAsync(taskForce, application.AgencyId)).ProblemAsync(HttpStatusCode.Conflict));
        await scene.AdoptAsync(taskForce, founder, reapplicationAfterDays: 30);
        Assert.Equal("reapplication-too-early", await (await scene.ApplyAsync(taskForce, application.AgencyId)).ProblemAsync(HttpStatusCode.Conflict));
        await scene.AdoptAsync(taskForce, founder, reapplicationAfterDays: 0);
        Assert.Equal(ApplicationState.Received, (await scene.AppliedAsync(taskForce, application.AgencyId)).State);
    }

    [Fact]
    public async Task An_agency_applies_for_itself_once_at_a_time_and_not_while_it_is_a_member()
    {
        var scene = await Scene.StartAsync(service);
        var (bare, founder) = await scene.MemberAsync();
        var agency = await scene.AgencyAsync(name: "Lighthouse");
        Assert.Equal("no-terms", await (await scene.ApplyAsync(bare.Id, agency.Id)).ProblemAsync(HttpStatusCode.Conflict));
        await scene.AdoptAsync(bare.Id, founder.Id);
        Assert.Equal("already-a-member", await (await scene.ApplyAsync(bare.Id, founder.Id)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.ApplyAsync(bare.Id, agency.Id, scene.As(Roles.AgencyAdmin))).StatusCode);
        Assert.Contains("agencyId", (await (await scene.ApplyAsync(bare.Id, Guid.NewGuid(), scene.HubAdmin)).ErrorsAsync()).Keys);

        var application = await scene.AppliedAsync(bare.Id, agency.Id);
        var second = await scene.ApplyAsync(bare.Id, agency.Id, scene.As(Roles.Coordinator, taskForce: bare.Id));
        Assert.Equal("applied-already", await second.ProblemAsync(HttpStatusCode.Conflict));
        var path = MemberScene.Application(bare.Id, application.Id);
        await (await MemberScene.UseAsync(scene.As(Roles.AgencyAdmin, agency.Id), path, "withdrawal", new { reason = "Too soon for us." })).ReadAsync<ApplicationView>();
        Assert.Equal(ApplicationState.Received, (await scene.AppliedAsync(bare.Id, agency.Id)).State);
    }

    [Fact]
    public async Task An_applicant_reads_its_own_application_and_no_other()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var (own, other) = (await scene.AppliedAsync(taskForce), await scene.AppliedAsync(taskForce));
        var list = $"/task-forces/{taskForce}/applications";
        var admin = scene.As(Roles.AgencyAdmin, own.AgencyId);
        Assert.Equal([own.Id], (await (await admin.GetAsync(list)).ReadAsync<List<ApplicationView>>()).Select(application => application.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{list}/{other.Id}")).StatusCode);
        Assert.Empty(await (await scene.As(Roles.AgencyAdmin, founder).GetAsync(list)).ReadAsync<List<ApplicationView>>());
        Assert.Equal(2, (await (await scene.As(Roles.CoreGroup, taskForce: taskForce).GetAsync($"{list}?state=Received")).ReadAsync<List<ApplicationView>>()).Count);
        Assert.Empty(await (await scene.As(Roles.CoreGroup).GetAsync(list)).ReadAsync<List<ApplicationView>>());
    }

    [Theory]
    [InlineData("""[{"number":1,"outcome":"Met"}]""")]
    [InlineData("""[{"number":1,"outcome":"Met"},{"number":1,"outcome":"Met"}]""")]
    [InlineData("""[{"number":1,"outcome":"Met"},{"number":3,"outcome":"Met"}]""")]
    [InlineData("""[{"number":1,"outcome":"Met"},{"number":2,"outcome":"Waived"}]""")]
    public async Task Vetting_looks_at_each_criterion_once_and_says_why_one_is_waived(string criteria)
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync();
        var application = await scene.AppliedAsync(taskForce);
        var path = MemberScene.Application(taskForce, application.Id);
        var answer = await MemberScene.UseAsync(
            scene.As(Roles.CoreGroup, taskForce: taskForce), path, "vetting", new { criteria = JsonSerializer.Deserialize<JsonElement>(criteria) });
        Assert.Contains("criteria", (await answer.ErrorsAsync()).Keys);
    }
}
