using System.Net;
using Membership.Handovers;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Seats;

[Collection(MembershipOfMembers.Name)]
public sealed class SuccessionTests(MembershipService service)
{
    [Fact]
    public async Task An_alternate_succeeds_once_and_only_who_is_gone()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var chair = await scene.SeatAsync(taskForce.Id, agency.Id);
        var alternate = await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: chair.Id, name: "Ángela Alternate-Test");
        foreach (var seat in new[] { chair, alternate })
            Assert.Equal("nobody-to-succeed", await (await SucceedAsync(scene, taskForce.Id, seat.Id)).ProblemAsync(HttpStatusCode.Conflict));

        await scene.EndSeatAsync(taskForce.Id, chair.Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await SucceedAsync(scene, taskForce.Id, alternate.Id, scene.As(Roles.AgencyAdmin))).StatusCode);
        var path = $"/task-forces/{taskForce.Id}/seats/{alternate.Id}";
        var version = (await scene.HubAdmin.GetAsync(path)).Headers.ETag;
        var presses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            Scene.SendAsync(scene.HubAdmin, HttpMethod.Post, $"{path}/succession", null, version))));
        var succeeded = await Assert.Single(presses, press => press.StatusCode == HttpStatusCode.OK).ReadAsync<SeatView>();
        // Who comes too late has an old version, or finds the orientation opened already.
        Assert.All(
            presses.Where(press => press.StatusCode != HttpStatusCode.OK),
            press => Assert.Contains(press.StatusCode, new[] { HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict }));
        Assert.Equal((null, chair.Id, false), (succeeded.AlternateForSeatId, succeeded.SucceedsSeatId, succeeded.SuccessorCandidate));
        Assert.Empty((await scene.MemberOfAsync(taskForce.Id, agency.Id)).SuccessorCandidates);

        // The representative again has room for an alternate.
        await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: alternate.Id, name: "Beatriz Alternate-Test");
        Assert.Single(await OrientationsAsync(scene, taskForce.Id));
    }

    [Fact]
    public async Task An_alternate_who_stays_stands_in_for_the_successor()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var chair = await scene.SeatAsync(taskForce.Id, agency.Id);
        var alternate = await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: chair.Id);
        Assert.Empty(await OrientationsAsync(scene, taskForce.Id));
        await scene.EndSeatAsync(taskForce.Id, chair.Id);
        var successor = await scene.SeatAsync(taskForce.Id, agency.Id, name: "Sofía Successor-Test");
        Assert.Equal(chair.Id, successor.SucceedsSeatId);
        var read = await scene.HubAdmin.GetFromJsonAsync<SeatView>($"/task-forces/{taskForce.Id}/seats/{alternate.Id}", Answers.Json);
        Assert.Equal((successor.Id, false), (read!.AlternateForSeatId, read.SuccessorCandidate));
        Assert.Equal(successor.Id, (await OrientationsAsync(scene, taskForce.Id)).Single().SeatId);

        // A further seat follows nobody; whoever takes an alternate's place follows the alternate.
        Assert.Null((await scene.SeatAsync(taskForce.Id, agency.Id, name: "Fernanda Further-Test")).SucceedsSeatId);
        await scene.EndSeatAsync(taskForce.Id, alternate.Id);
        Assert.Equal(alternate.Id, (await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: successor.Id, name: "Nuria New-Test")).SucceedsSeatId);
        Assert.Equal(2, (await OrientationsAsync(scene, taskForce.Id)).Count);
    }

    private static async Task<List<OrientationView>> OrientationsAsync(Scene scene, Guid taskForce) =>
        await (await scene.HubAdmin.GetAsync($"/task-forces/{taskForce}/orientations")).ReadAsync<List<OrientationView>>();

    private static Task<HttpResponseMessage> SucceedAsync(Scene scene, Guid taskForce, Guid seat, HttpClient? by = null)
    {
        var path = $"/task-forces/{taskForce}/seats/{seat}";
        return Scene.ChangeAsync(by ?? scene.HubAdmin, HttpMethod.Post, $"{path}/succession", path);
    }
}
