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

        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.Application, application.Id, founder);
        var early = await MemberScene.UseAsync(coordinator, path, "admission", new { decisionId = decision.Id });
        Assert.Equal("state-conflict", await early.ProblemAsync(HttpStatusCode.Conflict));
        var vetted = await (await MemberScene.UseAsync(coordinator, path, "vetting", MemberScene.Vetted())).ReadAsync<ApplicationView>();
        Assert.Equal([VettingOutcome.Met, VettingOutcome.Waived], vetted.Vetting.Select(result => result.Outcome));

        Assert.Contains("decisionId", (await (await MemberScene.UseAsync(coordinator, path, "admission", new { })).ErrorsAsync()).Keys);
        var admitted = await (await MemberScene.UseAsync(coordinator, path, "admission", new { decisionId = decision.Id })).ReadAsync<ApplicationView>();
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
        Assert.Equal(decision.Id, changes[2].DecisionId);
        Assert.All(changes, change => Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow), change.ChangedOn));
        foreach (var stranger in new[] { scene.As(Roles.AgencyAdmin), scene.As(Roles.Coordinator), scene.As(Roles.CoreGroup) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{MemberScene.Members(taskForce, agency)}/changes")).StatusCode);

        var journal = await service.JournalAsync(scene.Hub, 2, entry => entry.Type == "agency-joined");
        var text = JsonSerializer.Serialize(journal);
        foreach (var said in new[] { "sheltered", "report says", "good work", "Serves the region" }) Assert.DoesNotContain(said, text, StringComparison.Ordinal);

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
    public async Task Where_the_terms_leave_it_to_the_core_group_nobody_else_decides()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(process: "CoreGroup");
        var application = await scene.VettedAsync(taskForce);
        var path = MemberScene.Application(taskForce, application.Id);
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        foreach (var (verb, body) in new[] { ("admission", (object)new { }), ("refusal", new { reason = "No room." }) })
            Assert.Equal(HttpStatusCode.Forbidden, (await MemberScene.UseAsync(coordinator, path, verb, body)).StatusCode);
        var admitted = await (await MemberScene.UseAsync(scene.As(Roles.CoreGroup, taskForce: taskForce), path, "admission", new { })).ReadAsync<ApplicationView>();
        Assert.Equal(ApplicationState.Admitted, admitted.State);
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
        var wrong = await MemberScene.UseAsync(coordinator, path, "refusal", new { reason = "Two of five said yes.", decisionId = carried.Id });
        Assert.Contains("decisionId", (await wrong.ErrorsAsync()).Keys);

        var voted = await coordinator.PostAsJsonAsync($"/task-forces/{taskForce}/decisions", new
        {
            about = "Application", subjectId = application.Id, question = "Shall we?", method = "Vote", decidedOn = "2026-01-15",
            ballots = new[] { new { voterId = founder, choice = "No" } },
        });
        var rejected = await voted.ReadAsync<DecisionView>(HttpStatusCode.Created);
        var notCarried = await MemberScene.UseAsync(coordinator, path, "admission", new { decisionId = rejected.Id });
        Assert.Equal("not-carried", await notCarried.ProblemAsync(HttpStatusCode.Conflict));
        await (await MemberScene.UseAsync(coordinator, path, "refusal", new { reason = "Two of five said yes.", decisionId = rejected.Id })).ReadAsync<ApplicationView>();

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
