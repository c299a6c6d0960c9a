using System.Net;
using Membership.Seats;
using Membership.Tests.Differences;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.TaskForces;

/// <summary>Who is in the core group, its seats say, and no token: whoever left it reads no more of it from the next request on.</summary>
[Collection(MembershipOfMembers.Name)]
public sealed class CoreGroupTests(MembershipService service)
{
    [Fact]
    public async Task Whose_seat_is_no_more_of_the_core_group_finds_no_differences_and_decides_nothing()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var logged = await scene.LoggedAsync();
        Assert.Equal(HttpStatusCode.OK, (await scene.CoreGroup.GetAsync($"{scene.Path}/{logged.Id}")).StatusCode);

        await SitAsync(scene, inCoreGroup: false);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.CoreGroup.GetAsync(scene.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.CoreGroup.GetAsync($"{scene.Path}/{logged.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.CoreGroup.GetAsync($"{scene.Path}/counts")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.CoreGroup.PostAsJsonAsync(scene.Path, scene.New())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.CoreGroup.GetAsync(scene.ViewOf(logged.Id, scene.Bureau))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.CoreGroup.GetAsync($"/task-forces/{scene.TaskForce}/applications")).StatusCode);

        await SitAsync(scene, inCoreGroup: true);
        Assert.Equal(HttpStatusCode.OK, (await scene.CoreGroup.GetAsync($"{scene.Path}/{logged.Id}")).StatusCode);
    }

    [Fact]
    public async Task With_the_seat_or_while_the_agency_is_suspended_it_ends_at_once()
    {
        var suspended = await DifferenceScene.StartAsync(service);
        Assert.Equal(HttpStatusCode.OK, (await suspended.CoreGroup.GetAsync(suspended.Path)).StatusCode);
        var member = $"/task-forces/{suspended.TaskForce}/members/{suspended.CoreSeat.AgencyId}";
        (await Scene.ChangeAsync(suspended.Scene.HubAdmin, HttpMethod.Post, $"{member}/suspension", member, new { reason = "Until it has answered." })).EnsureSuccessStatusCode();
        Assert.False((await suspended.CoreGroup.GetAsync(suspended.Path)).IsSuccessStatusCode);

        var ended = await DifferenceScene.StartAsync(service);
        Assert.Equal(HttpStatusCode.OK, (await ended.CoreGroup.GetAsync(ended.Path)).StatusCode);
        (await ended.Scene.EndSeatAsync(ended.TaskForce, ended.CoreSeat.Id)).EnsureSuccessStatusCode();
        Assert.False((await ended.CoreGroup.GetAsync(ended.Path)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_token_of_the_role_in_a_seat_that_is_not_of_it_is_like_one_without_the_role()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var seat = await scene.Scene.SeatAsync(scene.TaskForce, scene.Shelter.Id);
        var by = new Person(Roles.CoreGroup, Roles.Supervisor)
        {
            Hub = scene.Scene.Hub, AgencyId = scene.Shelter.Id, AgencyClass = scene.Shelter.AgencyClass, TaskForceId = scene.TaskForce, SeatId = seat.Id,
        };
        Assert.Equal(HttpStatusCode.NotFound, (await service.Client(by).GetAsync(scene.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Client(by).GetAsync($"/task-forces/{scene.TaskForce}/handovers")).StatusCode);
    }

    [Fact]
    public async Task What_a_survivor_shows_to_the_core_group_whoever_left_it_sees_no_more()
    {
        var scene = await DifferenceScene.StartAsync(service);
        var seat = await scene.Scene.SeatAsync(scene.TaskForce, scene.Shelter.Id);
        var path = $"/task-forces/{scene.TaskForce}/seats/{seat.Id}";
        var own = scene.Scene.As(Roles.CaseWorker, scene.Shelter.Id, scene.TaskForce, seat.Id);
        (await own.PutAsJsonAsync($"{path}/survivor-status", new { visibleTo = "CoreGroup" })).EnsureSuccessStatusCode();
        Assert.NotNull((await (await scene.CoreGroup.GetAsync(path)).ReadAsync<SeatView>()).Survivor);

        await SitAsync(scene, inCoreGroup: false);
        var left = scene.Scene.As(Roles.CoreGroup, scene.CoreSeat.AgencyId, scene.TaskForce, scene.CoreSeat.Id);
        using var seen = await left.GetAsync(path);
        Assert.DoesNotContain("survivor\":{", await seen.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task SitAsync(DifferenceScene scene, bool inCoreGroup)
    {
        var path = $"/task-forces/{scene.TaskForce}/seats/{scene.CoreSeat.Id}";
        (await Scene.ChangeAsync(scene.Scene.HubAdmin, HttpMethod.Put, path, path, new { involvement = "AgencyLevel", inCoreGroup })).EnsureSuccessStatusCode();
    }
}
