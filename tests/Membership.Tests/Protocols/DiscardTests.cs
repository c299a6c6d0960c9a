using System.Net;
using Membership.Protocols;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Protocols;

/// <summary>A draft that nobody wants any more is discarded; what was adopted stays, for it was in force.</summary>
[Collection(MembershipService.Name)]
public sealed class DiscardTests(MembershipService service)
{
    [Fact]
    public async Task A_draft_is_discarded_and_what_is_in_force_stays()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.InForceAsync(Step("police", scene.Police, scene.Detective));
        Assert.Equal("state-conflict", await (await DiscardAsync(scene, protocol.Id, 1)).ProblemAsync(HttpStatusCode.Conflict));
        await DraftNextAsync(scene, protocol.Id);
        await scene.StepsAsync(protocol.Id, 2, Step("shelter", scene.Shelter, scene.Advocate));

        var path = scene.Version(protocol.Id, 2);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await scene.Coordinator.DeleteAsync(path)).StatusCode);
        var read = (await scene.Coordinator.GetAsync(path)).Headers.ETag;
        await scene.StepsAsync(protocol.Id, 2, Step("shelter", scene.Shelter));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Scene.SendAsync(scene.Coordinator, HttpMethod.Delete, path, ifMatch: read)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await DiscardAsync(scene, protocol.Id, 2, scene.Person(scene.Advocate))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await DiscardAsync(scene, protocol.Id, 2)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await scene.Coordinator.GetAsync(path)).StatusCode);
        var now = await (await scene.Coordinator.GetAsync($"{scene.Protocols}/{protocol.Id}")).ReadAsync<ProtocolView>();
        Assert.Equal((1, null, 2), (now.AdoptedVersion, now.DraftVersion, now.LastVersion));
        // The next draft is begun from what is in force, and under a number of its own.
        var next = await DraftNextAsync(scene, protocol.Id);
        Assert.Equal((3, "police"), (next.Number, Assert.Single(next.Steps).Key));
    }

    [Fact]
    public async Task After_a_retirement_the_next_draft_is_begun_from_what_was_written_last_and_not_discarded()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.InForceAsync(Step("police", scene.Police, scene.Detective));
        var version = await scene.ReadAsync(protocol.Id);
        await DraftNextAsync(scene, protocol.Id);
        Assert.Equal(HttpStatusCode.NoContent, (await DiscardAsync(scene, protocol.Id, 2)).StatusCode);
        var decision = await scene.Scene.CarriedAsync(scene.TaskForce, Contracts.DecisionAbout.Protocol, version.Id);
        var path = scene.Version(protocol.Id);
        await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/retirement", path, new { decisionId = decision.Id })).ReadAsync<ProtocolVersionView>();
        Assert.Equal("police", Assert.Single((await DraftNextAsync(scene, protocol.Id)).Steps).Key);
    }

    [Fact]
    public async Task A_protocol_that_was_never_more_than_a_draft_goes_with_it_and_leaves_its_title()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.DraftAsync(title: "Who speaks to the press");
        await scene.StepsAsync(protocol.Id, 1, Step("police", scene.Police, scene.Detective));
        Assert.Equal(HttpStatusCode.NotFound, (await DiscardAsync(scene, protocol.Id, 1, scene.Scene.As(Roles.Coordinator, taskForce: Guid.NewGuid()))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await DiscardAsync(scene, protocol.Id, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Coordinator.GetAsync($"{scene.Protocols}/{protocol.Id}")).StatusCode);
        Assert.NotEqual(protocol.Id, (await scene.DraftAsync(title: "Who speaks to the press")).Id);
    }

    private static Task<HttpResponseMessage> DiscardAsync(ProtocolScene scene, Guid protocol, int number, HttpClient? by = null) =>
        Scene.ChangeAsync(by ?? scene.Coordinator, HttpMethod.Delete, scene.Version(protocol, number), scene.Version(protocol, number));

    private static async Task<ProtocolVersionView> DraftNextAsync(ProtocolScene scene, Guid protocol) =>
        await (await scene.Coordinator.PostAsync($"{scene.Protocols}/{protocol}/versions", null)).ReadAsync<ProtocolVersionView>(HttpStatusCode.Created);
}
