using System.Net;
using Contracts;
using Membership.Leadership;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Leadership;

[Collection(MembershipOfMembers.Name)]
public sealed class ArrangementTests(MembershipService service)
{
    [Fact]
    public async Task An_arrangement_is_drafted_decided_and_in_force_until_the_next_one_is()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        var draft = await scene.DraftAsync();
        Assert.Equal((1, ArrangementState.Draft, false), (draft.Number, draft.State, draft.InForce));
        Assert.Equal(new AuthorityView(AuthorityKind.Spend, "Room and refreshments", "500 USD a month"), Assert.Single(draft.Authority));
        Assert.Null((await scene.NowAsync()).Arrangement);

        var path = $"{scene.Path}/arrangements/{draft.Id}";
        var replaced = await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, LeadershipScene.Text("CoLeadership")))
            .ReadAsync<ArrangementView>();
        Assert.Equal(LeadershipModel.CoLeadership, replaced.Model);
        var first = await (await scene.AdoptAsync(draft.Id, await scene.DecidedAsync(draft.Id))).ReadAsync<ArrangementView>();
        Assert.True(first.InForce);
        Assert.Equal("state-conflict", await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, LeadershipScene.Text()))
            .ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal("state-conflict", await (await scene.AdoptAsync(draft.Id, first.DecisionId!.Value)).ProblemAsync(HttpStatusCode.Conflict));

        var (second, from) = (await scene.DraftAsync(), LeadershipScene.Today.AddDays(30));
        var planned = await (await scene.AdoptAsync(second.Id, await scene.DecidedAsync(second.Id), from)).ReadAsync<ArrangementView>();
        Assert.Equal((2, false, from), (planned.Number, planned.InForce, planned.InForceFrom!.Value));
        Assert.Equal(draft.Id, (await scene.NowAsync()).Arrangement!.Id);
        var listed = await scene.Coordinator.GetFromJsonAsync<List<ArrangementView>>($"{scene.Path}/arrangements", Answers.Json);
        Assert.Equal(from, listed!.Single(arrangement => arrangement.Id == draft.Id).SupersededFrom);
        Assert.Equal(
            [first.DecisionId, planned.DecisionId],
            (await scene.ChangesAsync()).Where(change => change.Kind == StructureChangeKind.ArrangementAdopted).OrderBy(change => change.On).Select(change => change.DecisionId));
    }

    [Fact]
    public async Task It_says_of_each_kind_of_authority_what_leaders_may_do_without_asking_and_how_far()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        var authority = Enum.GetValues<AuthorityKind>()
            .Select(kind => new { kind = kind.ToString(), what = $"What is {kind}", limit = kind == AuthorityKind.SpeakPublicly ? null : "Until the next meeting" }).ToList();
        var draft = await scene.DraftAsync(new
        {
            model = "Single", chosenBy = "Elected", choiceInWords = "By the members", reviewOn = LeadershipScene.Today.AddYears(1), authority,
        });
        await scene.AdoptAsync(draft.Id, await scene.DecidedAsync(draft.Id));
        var inForce = (await scene.NowAsync()).Arrangement!;
        Assert.Equal(
            authority.Select(item => (item.kind, item.what, item.limit)),
            inForce.Authority.Select(item => (item.Kind.ToString(), item.What, item.Limit)));
        Assert.Contains(inForce.Authority, item => item.Kind == AuthorityKind.Decide);
        Assert.Contains(inForce.Authority, item => item.Kind == AuthorityKind.SpeakPublicly);
    }

    [Fact]
    public async Task Only_a_carried_unused_decision_about_this_draft_puts_it_in_force_and_from_no_earlier_day()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        var (draft, other) = (await scene.DraftAsync(), await scene.DraftAsync());
        var right = await scene.DecidedAsync(draft.Id);
        Assert.Contains("decisionId", (await (await scene.AdoptAsync(other.Id, right)).ErrorsAsync()).Keys);
        Assert.Contains("decisionId", (await (await scene.AdoptAsync(draft.Id, await scene.DecidedAsync(draft.Id, about: DecisionAbout.Structure))).ErrorsAsync()).Keys);
        Assert.Equal("not-carried", await (await scene.AdoptAsync(draft.Id, await scene.DecidedAsync(draft.Id, choice: "No"))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Contains("inForceFrom", (await (await scene.AdoptAsync(draft.Id, right, LeadershipScene.Today.AddDays(-1))).ErrorsAsync()).Keys);
        Assert.Contains("inForceFrom", (await (await scene.AdoptAsync(draft.Id, right, LeadershipScene.Today.AddYears(2))).ErrorsAsync()).Keys);
        Assert.Equal(HttpStatusCode.OK, (await scene.AdoptAsync(draft.Id, right)).StatusCode);
    }

    [Fact]
    public async Task A_review_is_due_then_overdue_and_is_settled_by_keeping_or_by_another_version()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        var (today, lastYear) = (LeadershipScene.Today, LeadershipScene.Today.AddYears(-1));
        Assert.Equal("no-arrangement", await (await ReviewAsync(today.AddYears(1))).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(LeadershipReviewState.Overdue, (await scene.InForceAsync(LeadershipScene.Text(reviewOn: today.AddDays(-1)), lastYear)).Review);
        Assert.Equal(LeadershipReviewState.Due, (await (await ReviewAsync(today.AddDays(20))).ReadAsync<ArrangementView>()).Review);
        Assert.Equal(LeadershipReviewState.Current, (await (await ReviewAsync(today.AddDays(200))).ReadAsync<ArrangementView>()).Review);
        Assert.Contains("nextReviewOn", (await (await ReviewAsync(today)).ErrorsAsync()).Keys);
        Assert.Equal(2, (await scene.ChangesAsync()).Count(change => change is { Kind: StructureChangeKind.ArrangementReviewed, Why: "It serves us" }));

        Task<HttpResponseMessage> ReviewAsync(DateOnly nextReviewOn) =>
            scene.Coordinator.PostAsJsonAsync($"{scene.Path}/review", new { nextReviewOn, why = "It serves us" });
    }

    [Fact]
    public async Task It_is_open_to_those_who_take_part_and_written_by_those_who_decide()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        await scene.InForceAsync();
        var agency = scene.Seats[0].AgencyId;
        foreach (var reader in new[] { scene.Scene.HubAdmin, scene.Scene.As(Roles.CaseWorker, agency, scene.TaskForce) })
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(scene.Path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync($"{scene.Path}/arrangements", LeadershipScene.Text())).StatusCode);
        }

        foreach (var path in new[] { scene.Path, $"{scene.Path}/positions", $"{scene.Path}/arrangements", $"/task-forces/{scene.TaskForce}/structure-changes" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await scene.Scene.As(Roles.Coordinator).GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.Scene.As(Roles.Funder, taskForce: scene.TaskForce).GetAsync(path)).StatusCode);
        }
    }
}
