using System.Net;
using Contracts;
using Membership.Decisions;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Decisions;

[Collection(MembershipOfMembers.Name)]
public sealed class DecisionTests(MembershipService service)
{
    [Theory]
    [InlineData("Vote", "Yes Yes No", DecisionResult.Carried)]
    [InlineData("Vote", "Yes No", DecisionResult.Rejected)]
    [InlineData("Vote", "Yes Abstain Abstain", DecisionResult.Carried)]
    [InlineData("Vote", "Abstain Abstain", DecisionResult.Rejected)]
    [InlineData("Vote", "Yes", DecisionResult.NoQuorum)]
    [InlineData("Consensus", "Yes Abstain Yes", DecisionResult.Carried)]
    [InlineData("Consensus", "Yes Yes Object", DecisionResult.Rejected)]
    [InlineData("Consensus", "Yes Yes No", DecisionResult.Rejected)]
    [InlineData("Consensus", "Abstain Abstain", DecisionResult.Rejected)]
    public async Task Its_result_follows_from_the_ballots_of_three_members(string method, string choices, DecisionResult result)
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agencies) = await ThreeMembersAsync(scene);
        var ballots = choices.Split(' ').Select((choice, index) => (agencies[index], choice));
        var decided = await (await DecideAsync(scene, taskForce, method, [.. ballots])).ReadAsync<DecisionView>(HttpStatusCode.Created);
        Assert.Equal((3, 2, result), (decided.Entitled, decided.Quorum, decided.Result));

        var journal = await scene.JournalAsync(8);
        Assert.Contains(journal, entry => entry.Type == "decision-taken" && entry.Payload.Contains($"\"{result}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(journal, entry => entry.Payload.Contains("Shall we", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_core_group_decides_by_its_seats()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agencies) = await ThreeMembersAsync(scene);
        Assert.Equal("nobody-entitled", await (await DecideAsync(scene, taskForce, "CoreGroup", (agencies[0], "Yes"))).ProblemAsync(HttpStatusCode.Conflict));

        var seated = await scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce}/seats", new
        {
            agencyId = agencies[0], personName = "Marisol Quiñones-Test", involvement = "AgencyLevel", inCoreGroup = true,
        });
        var seat = await seated.ReadAsync<SeatView>(HttpStatusCode.Created);
        Assert.True(seat.InCoreGroup);
        Assert.Contains("ballots", (await (await DecideAsync(scene, taskForce, "CoreGroup", (agencies[0], "Yes"))).ErrorsAsync()).Keys);
        var decided = await (await DecideAsync(scene, taskForce, "CoreGroup", (seat.Id, "Yes"))).ReadAsync<DecisionView>(HttpStatusCode.Created);
        Assert.Equal((1, DecisionResult.Carried), (decided.Entitled, decided.Result));
    }

    [Fact]
    public async Task An_agencys_admin_names_nobody_to_the_core_group()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seated = await scene.As(Roles.AgencyAdmin, agency.Id).PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", new
        {
            agencyId = agency.Id, personName = "Marisol Quiñones-Test", involvement = "AgencyLevel", inCoreGroup = true,
        });
        Assert.Equal(HttpStatusCode.Forbidden, seated.StatusCode);
    }

    [Fact]
    public async Task Nobody_votes_twice_for_another_or_in_the_future()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agencies) = await ThreeMembersAsync(scene);
        var left = agencies[2];
        await scene.LeaveAsync(taskForce, left);
        foreach (var bad in new[] { [(agencies[0], "Yes"), (agencies[0], "No")], new[] { (left, "Yes") }, [(Guid.NewGuid(), "Yes")] })
            Assert.Contains("ballots", (await (await DecideAsync(scene, taskForce, "Vote", bad)).ErrorsAsync()).Keys);
        var tomorrow = await scene.As(Roles.Coordinator, taskForce: taskForce).PostAsJsonAsync($"/task-forces/{taskForce}/decisions", new
        {
            about = "Other", question = "Shall we?", method = "Vote", decidedOn = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(2)),
            ballots = new[] { new { voterId = agencies[0], choice = "Yes" } },
        });
        Assert.Contains("decidedOn", (await tomorrow.ErrorsAsync()).Keys);
    }

    [Fact]
    public async Task Whoever_takes_part_reads_what_was_decided_and_finds_it_by_subject_result_and_day()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agencies) = await ThreeMembersAsync(scene);
        var carried = await scene.CarriedAsync(taskForce, DecisionAbout.Other);
        await DecideAsync(scene, taskForce, "Vote", (agencies[0], "Yes"));
        var reader = scene.As(Roles.CaseWorker, agencies[0], taskForce);
        foreach (var (query, count) in new[] { ("", 2), ("?result=Carried", 1), ("?about=Protocol", 0), ("?result=NoQuorum&about=Other", 1), ("?to=2001-01-01", 0), ($"?meetingId={Guid.NewGuid()}", 0) })
            Assert.Equal(count, (await (await reader.GetAsync($"/task-forces/{taskForce}/decisions{query}")).ReadAsync<List<DecisionView>>()).Count);
        Assert.Equivalent(carried, await (await reader.GetAsync($"/task-forces/{taskForce}/decisions/{carried.Id}")).ReadAsync<DecisionView>(), strict: true);

        var stranger = scene.As(Roles.CaseWorker, agencies[0], Guid.NewGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/task-forces/{taskForce}/decisions")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/task-forces/{taskForce}/decisions/{carried.Id}")).StatusCode);
    }

    private static async Task<(Guid TaskForce, Guid[] Agencies)> ThreeMembersAsync(Scene scene)
    {
        var (taskForce, first) = await scene.MemberAsync();
        var (second, third) = (await scene.AgencyAsync(name: "Second"), await scene.AgencyAsync(name: "Third"));
        foreach (var agency in new[] { second, third }) await scene.JoinAsync(taskForce.Id, agency.Id);
        return (taskForce.Id, [first.Id, second.Id, third.Id]);
    }

    private static Task<HttpResponseMessage> DecideAsync(Scene scene, Guid taskForce, string method, params (Guid Voter, string Choice)[] ballots) =>
        scene.As(Roles.Coordinator, taskForce: taskForce).PostAsJsonAsync($"/task-forces/{taskForce}/decisions", new
        {
            about = "Other", question = "Shall we?", method, decidedOn = "2026-01-15",
            ballots = ballots.Select(ballot => new { voterId = ballot.Voter, choice = ballot.Choice }),
        });
}
