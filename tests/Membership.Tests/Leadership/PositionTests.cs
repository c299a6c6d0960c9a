using System.Net;
using System.Text.Json;
using Contracts;
using Membership.Handovers;
using Membership.Leadership;
using Membership.Seats;
using Testing;

namespace Membership.Tests.Leadership;

[Collection(MembershipOfMembers.Name)]
public sealed class PositionTests(MembershipService service)
{
    [Fact]
    public async Task The_chair_passes_on_with_a_term_and_every_change_is_in_the_minutes()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        await scene.InForceAsync(LeadershipScene.Text(termMonths: 24));
        var missing = Assert.Single((await scene.NowAsync()).Missing);
        Assert.Equal(new(LeadershipPositionKind.Chair, 1), missing);

        var founder = (await scene.TakenAsync(("Chair", scene.Seats[0]), ("Secretary", scene.Seats[1])))[0];
        Assert.Equal((PositionState.Held, 1, LeadershipScene.Today.AddMonths(24).AddDays(-1)), (founder.State, founder.Term, founder.TermEndsOn!.Value));
        var chief = await (await scene.PassOnAsync(founder.Id, scene.Seats[1])).ReadAsync<PositionView>(HttpStatusCode.Created);
        var now = await scene.NowAsync();
        Assert.True(now.Complete);
        Assert.Equal(chief.Id, now.Positions.Single(position => position.Kind == LeadershipPositionKind.Chair).Id);

        var history = await scene.Coordinator.GetFromJsonAsync<List<PositionView>>($"{scene.Path}/positions?kind=Chair&ended=true", Answers.Json);
        Assert.Equal((founder.Id, PositionEndReason.PassedOn), (history!.Single().Id, history![0].EndReason!.Value));
        var line = Assert.Single(await scene.ChangesAsync(), change => change.Kind == StructureChangeKind.PositionPassedOn);
        Assert.Equal((chief.Id, LeadershipPositionKind.Chair, scene.Seats[1].Id, "Next in turn"), (line.SubjectId, line.Position!.Value, line.SeatId!.Value, line.Why));

        var facts = await service.JournalAsync(scene.Scene.Hub, 3, entry => entry.Type == "leadership-changed");
        Assert.DoesNotContain(facts, entry => JsonSerializer.Serialize(entry).Contains("Next in turn", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Single", "Chair", "")]
    [InlineData("Single", "CoChair CoChair", "not-in-model")]
    [InlineData("Single", "Chair Chair", "position-held")]
    [InlineData("Single", "Secretary", "")]
    [InlineData("CoLeadership", "CoChair", "leadership-incomplete")]
    [InlineData("CoLeadership", "CoChair CoChair", "")]
    [InlineData("CoLeadership", "CoChair CoChair CoChair ViceChair", "")]
    [InlineData("CoLeadership", "Chair", "not-in-model")]
    [InlineData("FigureheadAndOperational", "FigureheadChair", "leadership-incomplete")]
    [InlineData("FigureheadAndOperational", "OperationalLead", "leadership-incomplete")]
    [InlineData("FigureheadAndOperational", "FigureheadChair OperationalLead", "")]
    public async Task Positions_fit_the_model_that_is_in_force(string model, string kinds, string problem)
    {
        var scene = await LeadershipScene.StartAsync(service, members: 3);
        await scene.InForceAsync(LeadershipScene.Text(model));
        var answer = await scene.TakeAsync([.. kinds.Split(' ').Select((kind, index) => (kind, scene.Seats[index % 3]))]);
        if (problem.Length > 0) Assert.Equal(problem, await answer.ProblemAsync(HttpStatusCode.Conflict));
        else Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(problem.Length > 0 ? 0 : kinds.Split(' ').Length, (await scene.NowAsync()).Positions.Count);
    }

    [Fact]
    public async Task What_the_model_needs_is_not_left_empty_unless_that_is_said()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 3);
        await scene.InForceAsync(LeadershipScene.Text("CoLeadership"));
        var chairs = await scene.TakenAsync(("CoChair", scene.Seats[0]), ("CoChair", scene.Seats[1]), ("CoChair", scene.Seats[2]));
        Assert.Equal(HttpStatusCode.OK, (await scene.EndAsync(chairs[0].Id)).StatusCode);
        var refused = await scene.EndAsync(chairs[1].Id);
        Assert.Contains("1 CoChair", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("leadership-incomplete", await refused.ProblemAsync(HttpStatusCode.Conflict));
        Assert.Contains("decisionId", (await (await scene.EndAsync(chairs[1].Id, reason: "Removed")).ErrorsAsync()).Keys);

        var removal = await scene.DecidedAsync(chairs[1].Id);
        var ended = await (await scene.EndAsync(chairs[1].Id, leaveVacant: true, "Removed", removal)).ReadAsync<PositionView>();
        Assert.Equal((PositionState.Ended, PositionEndReason.Removed), (ended.State, ended.EndReason!.Value));
        Assert.Equal("state-conflict", await (await scene.EndAsync(chairs[1].Id)).ProblemAsync(HttpStatusCode.Conflict));
        var now = await scene.NowAsync();
        Assert.False(now.Complete);
        var vacancy = now.Positions.Single(position => position.State == PositionState.Vacant);
        Assert.Null(vacancy.SeatId);

        Assert.Equal("position-held", await (await scene.PassOnAsync(vacancy.Id, scene.Seats[2])).ProblemAsync(HttpStatusCode.Conflict));
        await scene.TakenAsync(("CoChair", scene.Seats[0]));
        Assert.True((now = await scene.NowAsync()).Complete);
        Assert.DoesNotContain(now.Positions, position => position.State == PositionState.Vacant);
    }

    [Fact]
    public async Task Another_model_shows_what_it_lacks_and_what_it_has_no_place_for()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var chair = (await scene.TakenAsync(("Chair", scene.Seats[0]))).Single();
        await scene.InForceAsync(LeadershipScene.Text("FigureheadAndOperational"));
        var now = await scene.NowAsync();
        Assert.Equal([LeadershipPositionKind.FigureheadChair, LeadershipPositionKind.OperationalLead], now.Missing.Select(missing => missing.Kind));
        Assert.True(now.Positions.Single().OutsideModel);
        Assert.Equal("not-in-model", await (await scene.PassOnAsync(chair.Id, scene.Seats[1])).ProblemAsync(HttpStatusCode.Conflict));
        await scene.TakenAsync(("FigureheadChair", scene.Seats[0]), ("OperationalLead", scene.Seats[1]));
        Assert.Equal(HttpStatusCode.OK, (await scene.EndAsync(chair.Id)).StatusCode);
        Assert.True((await scene.NowAsync()).Complete);
    }

    [Fact]
    public async Task Nobody_serves_more_terms_in_a_row_than_the_arrangement_allows()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var start = LeadershipScene.Today.AddMonths(-36);
        await scene.InForceAsync(LeadershipScene.Text(termMonths: 12, consecutiveTerms: 2), start);
        var first = (await (await scene.TakeAsync(null, start, ("Chair", scene.Seats[0]))).ReadAsync<List<PositionView>>(HttpStatusCode.Created)).Single();
        Assert.True((await scene.NowAsync()).Positions.Single().TermOver);
        var second = await (await scene.PassOnAsync(first.Id, scene.Seats[0], start.AddMonths(12))).ReadAsync<PositionView>(HttpStatusCode.Created);
        Assert.Equal(2, second.Term);
        Assert.Equal("term-limit", await (await scene.PassOnAsync(second.Id, scene.Seats[0], start.AddMonths(24))).ProblemAsync(HttpStatusCode.Conflict));

        var other = await (await scene.PassOnAsync(second.Id, scene.Seats[1], start.AddMonths(24))).ReadAsync<PositionView>(HttpStatusCode.Created);
        var back = await (await scene.PassOnAsync(other.Id, scene.Seats[0])).ReadAsync<PositionView>(HttpStatusCode.Created);
        Assert.Equal(1, back.Term);
    }

    [Fact]
    public async Task A_term_is_the_persons_whichever_seat_it_was_served_in()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var start = LeadershipScene.Today.AddMonths(-36);
        await scene.InForceAsync(LeadershipScene.Text(termMonths: 12, consecutiveTerms: 2), start);
        var leader = scene.Seats[0];
        var first = (await (await scene.TakeAsync(null, start, ("Chair", leader))).ReadAsync<List<PositionView>>(HttpStatusCode.Created)).Single();
        var second = await (await scene.PassOnAsync(first.Id, leader, start.AddMonths(12))).ReadAsync<PositionView>(HttpStatusCode.Created);

        // The same person, in a second seat of the agency and in one of another.
        var elsewhere = await scene.Scene.SeatAsync(scene.TaskForce, scene.Seats[1].AgencyId, name: "LEADER 0");
        (await scene.Scene.EndSeatAsync(scene.TaskForce, leader.Id)).EnsureSuccessStatusCode();
        var again = await scene.Scene.SeatAsync(scene.TaskForce, leader.AgencyId, name: "Leader 0");
        var vacant = (await scene.NowAsync()).Positions.Single(position => position.Kind == LeadershipPositionKind.Chair);
        Assert.NotEqual(second.Id, vacant.Id);
        foreach (var seat in new[] { again, elsewhere })
            Assert.Equal("term-limit", await (await scene.PassOnAsync(vacant.Id, seat)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.Created, (await scene.PassOnAsync(vacant.Id, scene.Seats[1])).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_two_of_the_co_chairs_whatever_the_seats()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 3);
        await scene.InForceAsync(LeadershipScene.Text("CoLeadership"));
        var twice = await scene.Scene.SeatAsync(scene.TaskForce, scene.Seats[1].AgencyId, name: "Leader 0");
        Assert.Equal("position-held", await (await scene.TakeAsync(("CoChair", scene.Seats[0]), ("CoChair", twice))).ProblemAsync(HttpStatusCode.Conflict));
        await scene.TakenAsync(("CoChair", scene.Seats[0]), ("CoChair", scene.Seats[1]));
        Assert.Equal("position-held", await (await scene.TakeAsync(("CoChair", twice))).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task While_an_agency_is_suspended_nobody_of_it_is_given_an_office_or_decides()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var (rests, clerk) = (scene.Seats[0], scene.Seats[1]);
        var taken = await scene.TakenAsync(("Chair", clerk));
        var inCoreGroup = await scene.Scene.HubAdmin.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/seats", new
        {
            agencyId = rests.AgencyId, personName = "Tomás Ejemplo", involvement = "AgencyLevel", inCoreGroup = true,
        });
        var few = await inCoreGroup.ReadAsync<SeatView>(HttpStatusCode.Created);
        await scene.SuspendAsync(rests);

        Assert.Contains("holders", (await (await scene.TakeAsync(("Secretary", rests))).ErrorsAsync()).Keys);
        Assert.Contains("seatId", (await (await scene.PassOnAsync(taken[0].Id, rests)).ErrorsAsync()).Keys);
        var decided = await scene.Scene.DecideAsync(scene.TaskForce, DecisionAbout.Other, null, [few.Id], method: "CoreGroup");
        Assert.Equal("nobody-entitled", await decided.ProblemAsync(HttpStatusCode.Conflict));

        (await scene.Scene.EndSeatAsync(scene.TaskForce, clerk.Id)).EnsureSuccessStatusCode();
        var handovers = $"/task-forces/{scene.TaskForce}/handovers";
        var flagged = (await scene.Coordinator.GetFromJsonAsync<List<HandoverView>>(handovers, Answers.Json))!.Single(passed => passed.Flagged);
        var assigned = await Scene.ChangeAsync(
            scene.Coordinator, HttpMethod.Post, $"{handovers}/{flagged.Id}/assignment", $"{handovers}/{flagged.Id}", new { seatId = rests.Id });
        Assert.Contains("seatId", (await assigned.ErrorsAsync()).Keys);
    }

    [Fact]
    public async Task Where_leaders_are_elected_the_election_is_named()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        await scene.InForceAsync(LeadershipScene.Text(chosenBy: "Elected"));
        Assert.Contains("decisionId", (await (await scene.TakeAsync(("Chair", scene.Seats[0]))).ErrorsAsync()).Keys);
        var election = await scene.DecidedAsync(null);
        var taken = await scene.TakeAsync(election, LeadershipScene.Today, ("Chair", scene.Seats[0]));
        var chair = (await taken.ReadAsync<List<PositionView>>(HttpStatusCode.Created)).Single();
        Assert.Equal(election, chair.DecisionId);
        Assert.Equal("decision-used", await (await scene.PassOnAsync(chair.Id, scene.Seats[1], decision: election)).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_holder_whose_seat_ends_is_acted_for_by_the_alternate_or_the_position_is_vacant()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var (chief, clerk) = (scene.Seats[0], scene.Seats[1]);
        await scene.TakenAsync(("Chair", chief), ("Secretary", clerk));
        var alternate = await scene.Scene.SeatAsync(scene.TaskForce, chief.AgencyId, alternateFor: chief.Id, name: "Deputy");
        (await scene.Scene.EndSeatAsync(scene.TaskForce, chief.Id)).EnsureSuccessStatusCode();
        (await scene.Scene.EndSeatAsync(scene.TaskForce, clerk.Id)).EnsureSuccessStatusCode();

        var now = await scene.NowAsync();
        var acting = now.Positions.Single(position => position.Kind == LeadershipPositionKind.Chair);
        Assert.Equal((PositionState.Acting, alternate.Id, 0), (acting.State, acting.SeatId!.Value, acting.Term));
        Assert.Equal(PositionState.Vacant, now.Positions.Single(position => position.Kind == LeadershipPositionKind.Secretary).State);
        var changes = (await scene.ChangesAsync()).Select(change => change.Kind).ToList();
        Assert.Contains(StructureChangeKind.PositionActing, changes);
        Assert.Contains(StructureChangeKind.PositionVacant, changes);

        // What was left with nobody is given to somebody, who acts until the task force chooses.
        var handovers = $"/task-forces/{scene.TaskForce}/handovers";
        var flagged = (await scene.Coordinator.GetFromJsonAsync<List<HandoverView>>(handovers, Answers.Json))!.Single(passed => passed.Flagged);
        Assert.Equal((ResponsibilityKind.LeadershipPosition, clerk.Id), (flagged.Kind, flagged.FromSeatId));
        (await Scene.ChangeAsync(
            scene.Coordinator, HttpMethod.Post, $"{handovers}/{flagged.Id}/assignment", $"{handovers}/{flagged.Id}", new { seatId = alternate.Id })).EnsureSuccessStatusCode();
        var clerks = (await scene.NowAsync()).Positions.Single(position => position.Kind == LeadershipPositionKind.Secretary);
        Assert.Equal((PositionState.Acting, alternate.Id), (clerks.State, clerks.SeatId!.Value));

        var chosen = await (await scene.PassOnAsync(acting.Id, alternate)).ReadAsync<PositionView>(HttpStatusCode.Created);
        Assert.Equal((PositionState.Held, 1), (chosen.State, chosen.Term));
        Assert.Contains("holders", (await (await scene.TakeAsync(("ViceChair", chief))).ErrorsAsync()).Keys);
    }
}
