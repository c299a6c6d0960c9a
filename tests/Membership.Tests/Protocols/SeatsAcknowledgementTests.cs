using System.Net;
using Membership.Protocols.Acknowledgements;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Protocols;

/// <summary>What one person still has to read, whichever protocol asks for it.</summary>
[Collection(MembershipService.Name)]
public sealed class SeatsAcknowledgementTests(MembershipService service)
{
    [Fact]
    public async Task A_person_finds_what_is_still_to_be_read_across_protocols_page_by_page()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var first = await scene.InForceAsync(Step("police", scene.Police, scene.Detective), Step("shelter", scene.Shelter));
        var second = await scene.InForceAsync(Step("police", scene.Police));
        var third = await scene.InForceAsync(Step("police", scene.Police, scene.Detective));
        await scene.DraftAsync();
        await (await scene.AcknowledgeAsync(second.Id, scene.Detective)).ReadAsync<AcknowledgementView>();
        // Of a version that was superseded nothing is to be read any more.
        await scene.NextInForceAsync(third.Id, Step("police", scene.Police, scene.Detective, title: "Call at once"));

        var own = scene.Person(scene.Detective);
        var open = await ReadAsync(own, scene, scene.Detective);
        Assert.Equal(
            new[] { (first.Id, first.Title, 1), (third.Id, third.Title, 2) }.Order(), open.Select(asked => (asked.ProtocolId, asked.Title, asked.VersionNumber)).Order());
        Assert.All(open, asked => Assert.Equal(AcknowledgementState.Asked, asked.State));
        Assert.Equal(second.Id, Assert.Single(await ReadAsync(own, scene, scene.Detective, "?state=Given")).ProtocolId);
        Assert.Equal(first.Id, Assert.Single(await ReadAsync(scene.Coordinator, scene, scene.Advocate)).ProtocolId);

        var page = await own.GetAsync($"{Path(scene, scene.Detective)}?take=1");
        Assert.Single(await page.ReadAsync<List<SeatsAcknowledgementView>>());
        var next = page.Headers.GetValues("Link").Single().Split('<', '>')[1];
        Assert.Equal(open[1].Id, Assert.Single(await ReadAsync(own, scene, scene.Detective, next)).Id);
    }

    [Fact]
    public async Task It_is_for_those_who_take_part_and_about_the_task_forces_own_seats()
    {
        var (scene, elsewhere) = (await ProtocolScene.StartAsync(service), await ProtocolScene.StartAsync(service));
        Assert.Empty(await ReadAsync(scene.Coordinator, scene, scene.Advocate));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Coordinator.GetAsync(Path(scene, elsewhere.Advocate))).StatusCode);
        var other = scene.Scene.As(Roles.Coordinator, taskForce: Guid.NewGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Path(scene, scene.Advocate))).StatusCode);
    }

    private static string Path(ProtocolScene scene, SeatView seat) => $"/task-forces/{scene.TaskForce}/seats/{seat.Id}/acknowledgements";

    private static async Task<List<SeatsAcknowledgementView>> ReadAsync(HttpClient by, ProtocolScene scene, SeatView seat, string query = "") =>
        (await by.GetFromJsonAsync<List<SeatsAcknowledgementView>>(Path(scene, seat) + query, Answers.Json))!;
}
