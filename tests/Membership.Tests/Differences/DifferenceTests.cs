using System.Net;
using Membership.Differences;
using Membership.Storage;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Differences;

[Collection(MembershipOfMembers.Name)]
public sealed class DifferenceTests(MembershipService service)
{
    [Fact]
    public async Task To_all_but_the_core_group_there_is_nothing()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var logged = await scene.LoggedAsync();
        foreach (var client in scene.Others.Select(other => other.Client).Append(scene.Scene.As(Roles.CoreGroup)))
        {
            var missing = await BodyAsync(client.GetAsync($"/task-forces/{Guid.NewGuid()}/differences"));
            Assert.Equal(missing, await BodyAsync(client.GetAsync(scene.Path)));
            Assert.Equal(missing, await BodyAsync(client.GetAsync($"{scene.Path}/{logged.Id}")));
            Assert.Equal(missing, await BodyAsync(client.PostAsJsonAsync(scene.Path, scene.New())));
            Assert.Equal(missing, await BodyAsync(Scene.SendAsync(client, HttpMethod.Post, $"{scene.Path}/{logged.Id}/steps", new { on = DifferenceScene.Today, what = "Met" })));
            Assert.Equal(missing, await BodyAsync(Scene.SendAsync(client, HttpMethod.Post, $"{scene.Path}/{logged.Id}/closure",
                new { outcome = "Resolved", inWords = "Settled", closedOn = DifferenceScene.Today })));
            Assert.Equal(missing, await BodyAsync(client.GetAsync(scene.ViewOf(logged.Id, scene.Bureau))));
        }

        static async Task<string> BodyAsync(Task<HttpResponseMessage> sent)
        {
            using var answer = await sent;
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var body = await answer.Content.ReadAsStringAsync();
            return body[..body.IndexOf("traceId", StringComparison.Ordinal)];
        }
    }

    [Fact]
    public async Task A_side_writes_and_reads_its_own_words_and_nothing_of_the_other()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var logged = await scene.LoggedAsync();
        var (bureau, shelter) = (scene.AdminOf(scene.Bureau), scene.AdminOf(scene.Shelter));
        await scene.SayAsync(bureau, logged.Id, scene.Bureau, "Without her there is no case.");
        var own = await (await scene.SayAsync(shelter, logged.Id, scene.Shelter, "She is not evidence.")).ReadAsync<SideView>();
        Assert.Equal(("She is not evidence.", ViewSource.OwnWords), (own.View, own.Source!.Value));

        var asked = Assert.Single((await shelter.GetFromJsonAsync<List<SideView>>($"/task-forces/{scene.TaskForce}/difference-views", Answers.Json))!);
        Assert.Equal(own, asked);
        Assert.Equal(HttpStatusCode.NotFound, (await shelter.GetAsync(scene.ViewOf(logged.Id, scene.Bureau))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.SayAsync(shelter, logged.Id, scene.Bureau, "Ours")).StatusCode);

        // Whoever sits for the agency speaks for it; whoever only works there does not.
        var seat = await scene.Scene.SeatAsync(scene.TaskForce, scene.Shelter.Id);
        var representative = scene.Scene.As(Roles.Supervisor, scene.Shelter.Id, scene.TaskForce, seat.Id);
        Assert.Equal(HttpStatusCode.OK, (await scene.SayAsync(representative, logged.Id, scene.Shelter, "She is a person, not evidence.")).StatusCode);
        var colleague = scene.Scene.As(Roles.Supervisor, scene.Shelter.Id, scene.TaskForce);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.SayAsync(colleague, logged.Id, scene.Shelter, "Mine")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/task-forces/{scene.TaskForce}/difference-views")).StatusCode);

        var all = await scene.CoreGroup.GetFromJsonAsync<DifferenceView>($"{scene.Path}/{logged.Id}", Answers.Json);
        Assert.Equal(
            ["She is a person, not evidence.", "Without her there is no case."], all!.Sides.Select(side => side.View).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_dictated_the_core_group_takes_down_once_and_only_the_side_changes_it()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var logged = await scene.LoggedAsync();
        var dictated = await (await scene.SayAsync(scene.CoreGroup, logged.Id, scene.Bureau, "As they told us")).ReadAsync<SideView>();
        Assert.Equal(ViewSource.Dictated, dictated.Source);
        Assert.Equal("said-already", await (await scene.SayAsync(scene.CoreGroup, logged.Id, scene.Bureau, "Better put")).ProblemAsync(HttpStatusCode.Conflict));
        var own = await (await scene.SayAsync(scene.AdminOf(scene.Bureau), logged.Id, scene.Bureau, "In our words")).ReadAsync<SideView>();
        Assert.Equal(("In our words", ViewSource.OwnWords), (own.View, own.Source!.Value));
        Assert.Equal("said-already", await (await scene.SayAsync(scene.CoreGroup, logged.Id, scene.Bureau, "Better put")).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("Resolved"), InlineData("AgreedToDisagree"), InlineData("Withdrawn"), InlineData("Escalated")]
    public async Task Once_closed_nothing_of_it_changes(string outcome)
    {
        var scene = await DifferenceScene.StartAsync(service);
        var logged = await scene.LoggedAsync("Role");
        await scene.StepAsync(logged.Id, "Both were heard");
        Assert.Contains("closedOn", (await (await scene.CloseAsync(logged.Id, outcome, "So be it", DifferenceScene.Today.AddDays(1))).ErrorsAsync()).Keys);
        Assert.Contains("closedOn", (await (await scene.CloseAsync(logged.Id, outcome, "So be it", logged.LoggedOn.AddDays(-1))).ErrorsAsync()).Keys);
        var closed = await (await scene.CloseAsync(logged.Id, outcome, "So be it")).ReadAsync<DifferenceView>();
        Assert.Equal((DifferenceState.Closed, outcome, "So be it"), (closed.State, closed.Outcome.ToString(), closed.OutcomeInWords));
        foreach (var refused in new[]
                 {
                     await scene.CloseAsync(logged.Id, "Resolved", "Again"), await scene.StepAsync(logged.Id, "Again"),
                     await scene.SayAsync(scene.AdminOf(scene.Bureau), logged.Id, scene.Bureau, "Again"),
                 })
        {
            Assert.Equal("state-conflict", await refused.ProblemAsync(HttpStatusCode.Conflict));
        }

        Assert.Empty((await scene.CoreGroup.GetFromJsonAsync<List<DifferenceLine>>($"{scene.Path}?state=Open", Answers.Json))!);
        Assert.Single((await scene.CoreGroup.GetFromJsonAsync<List<DifferenceLine>>($"{scene.Path}?state=Closed&kind=Role&agencyId={scene.Bureau.Id}", Answers.Json))!);
    }

    [Fact]
    public async Task It_is_between_two_or_more_members_and_of_no_day_to_come()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var stranger = await scene.Scene.AgencyAsync(name: "Stranger");
        foreach (var sides in new Guid[][] { [scene.Bureau.Id], [scene.Bureau.Id, scene.Bureau.Id], [scene.Bureau.Id, stranger.Id] })
            Assert.Contains("agencyIds", (await (await PostAsync(sides, DifferenceScene.Today)).ErrorsAsync()).Keys);
        Assert.Contains("loggedOn", (await (await PostAsync([scene.Bureau.Id, scene.Shelter.Id], DifferenceScene.Today.AddDays(1))).ErrorsAsync()).Keys);

        Task<HttpResponseMessage> PostAsync(Guid[] agencyIds, DateOnly loggedOn) =>
            scene.CoreGroup.PostAsJsonAsync(scene.Path, new { kind = "Role", question = "Who calls whom?", agencyIds, loggedOn });
    }

    [Fact]
    public async Task Counts_are_by_the_day_of_entry_of_months_that_are_over_and_for_those_who_report_on_it()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var path = $"{scene.Path}/counts?year={DifferenceScene.LastMonth.Year}";
        var before = await scene.LoggedAsync("Assumption");
        await scene.CloseAsync(before.Id, "Resolved", "So be it");
        await EnteredLastMonthAsync(before.Id);

        // Today a quarrel of last month is entered, and closed for then: no number rises.
        var today = await scene.LoggedAsync("Personality");
        await scene.CloseAsync(today.Id, "Escalated", "So be it");
        foreach (var reader in new[] { scene.CoreGroup, scene.Scene.HubAdmin, scene.Scene.As(Roles.Coordinator, taskForce: scene.TaskForce) })
        {
            var counts = (await reader.GetFromJsonAsync<DifferenceCounts>(path, Answers.Json))!;
            Assert.Equal(DifferenceScene.LastMonth, counts.Until);
            Assert.Equal([0, 1, 0, 0, 0], counts.LoggedByKind.Select(kind => kind.Count));
            Assert.Equal([1, 0, 0, 0], counts.ClosedByOutcome.Select(outcome => outcome.Count));
        }

        var ahead = await scene.Scene.HubAdmin.GetFromJsonAsync<DifferenceCounts>($"{scene.Path}/counts?year=2199", Answers.Json);
        Assert.Null(ahead!.Until);
        Assert.Equal(HttpStatusCode.BadRequest, (await scene.CoreGroup.GetAsync($"{scene.Path}/counts?year=1")).StatusCode);
        foreach (var other in scene.Others.Where(other => other.Role is not (Roles.HubAdmin or Roles.Coordinator)).Select(other => other.Client).Append(scene.Scene.As(Roles.Coordinator)))
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
    }

    private async Task EnteredLastMonthAsync(Guid difference)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MembershipDb>().EnteredLastMonthAsync(difference);
    }
}
