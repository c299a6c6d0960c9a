using System.Net;
using Contracts;
using Membership.Members;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

[Collection(MembershipOfMembers.Name)]
public sealed class TermsTests(MembershipService service)
{
    [Fact]
    public async Task They_are_adopted_by_decision_version_by_version_and_the_hub_reads_those_in_force()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.MemberAsync();
        var path = $"/task-forces/{taskForce.Id}/membership-terms";
        var stranger = scene.As(Roles.AgencyAdmin);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);

        var first = await scene.AdoptAsync(taskForce.Id, founder.Id);
        Assert.Equal((1, Openness.Restricted, AdmissionProcess.Vote, 14), (first.Number, first.Openness, first.Process, first.NoticeDays));
        var second = await scene.AdoptAsync(taskForce.Id, founder.Id, openness: "Open");
        Assert.Equivalent(second, await (await stranger.GetAsync(path)).ReadAsync<MembershipTermsView>(), strict: true);
        Assert.Equal(["Breach of confidentiality.", "A year without taking part."], second.Causes);
        var versions = await (await stranger.GetAsync($"{path}/versions")).ReadAsync<List<MembershipTermsView>>();
        Assert.Equal([1, 2], versions.Select(terms => terms.Number).Order());
    }

    [Fact]
    public async Task A_decision_carries_one_version_once_and_nobody_overwrites_what_they_have_not_read()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.MemberAsync();
        var path = $"/task-forces/{taskForce.Id}/membership-terms";
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce.Id);
        var other = await scene.CarriedAsync(taskForce.Id, DecisionAbout.Other);
        foreach (var decision in new[] { other.Id, Guid.NewGuid() })
        {
            var refused = await coordinator.PutAsJsonAsync(path, MemberScene.Terms(decision));
            Assert.Contains("decisionId", (await refused.ErrorsAsync()).Keys);
        }

        var carried = await scene.CarriedAsync(taskForce.Id, DecisionAbout.MembershipTerms);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.PutAsJsonAsync(path, MemberScene.Terms(carried.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await coordinator.PutAsJsonAsync(path, MemberScene.Terms(carried.Id))).StatusCode);
        var again = await Scene.ChangeAsync(coordinator, HttpMethod.Put, path, path, MemberScene.Terms(carried.Id));
        Assert.Equal("decision-used", await again.ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.HubAdmin.PutAsJsonAsync(path, MemberScene.Terms(carried.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.As(Roles.Coordinator).PutAsJsonAsync(path, MemberScene.Terms(carried.Id))).StatusCode);
    }

    [Theory]
    [InlineData("causes", new string[0])]
    [InlineData("causes", new[] { " starts with nothing" })]
    [InlineData("criteria", new[] { "a\u0007bell" })]
    public async Task Causes_are_named_in_advance_and_every_text_says_something(string field, string[] texts)
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.MemberAsync();
        var carried = await scene.CarriedAsync(taskForce.Id, DecisionAbout.MembershipTerms);
        var body = new Dictionary<string, object?>
        {
            ["decisionId"] = carried.Id, ["openness"] = "Open", ["process"] = "Vote", ["noticeDays"] = 14,
            ["criteria"] = Array.Empty<string>(), ["expectations"] = Array.Empty<string>(), ["causes"] = new[] { "A cause." }, [field] = texts,
        };
        var answer = await scene.As(Roles.Coordinator, taskForce: taskForce.Id).PutAsJsonAsync($"/task-forces/{taskForce.Id}/membership-terms", body);
        Assert.Contains(field, (await answer.ErrorsAsync()).Keys);
    }
}
