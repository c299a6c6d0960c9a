using System.Net;
using System.Text.Json;
using Membership.Handovers;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Handovers;

/// <summary>What a seat held passes to its alternate; without one it waits on a list for somebody.</summary>
[Collection(MembershipOfMembers.Name)]
public sealed class HandoverTests(MembershipService service)
{
    [Fact]
    public async Task With_an_alternate_it_passes_in_the_same_moment()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var chair = await scene.SeatAsync(taskForce.Id, agency.Id);
        var alternate = await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: chair.Id, name: "Ángela Alternate-Test");
        var item = await ActionItemAsync(scene, taskForce.Id, agency.Id, chair.Id);
        await scene.EndSeatAsync(taskForce.Id, chair.Id);
        var passed = (await ListAsync(scene, taskForce.Id)).Single();
        Assert.Equal(
            (ResponsibilityKind.ActionItem, item, chair.Id, alternate.Id, false), (passed.Kind, passed.ItemId, passed.FromSeatId, passed.ToSeatId, passed.Flagged));
        Assert.Empty(await ListAsync(scene, taskForce.Id, "?flagged=true"));
        Assert.Equal(passed.Id, (await ListAsync(scene, taskForce.Id, $"?flagged=false&kind=ActionItem&toSeatId={alternate.Id}")).Single().Id);
    }

    [Fact]
    public async Task Without_one_it_is_flagged_until_somebody_takes_it_over()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var other = (await scene.AgencyAsync(name: "Other")).Id;
        await scene.JoinAsync(taskForce.Id, other);
        var (gone, foreign) = (await scene.SeatAsync(taskForce.Id, agency.Id), await scene.SeatAsync(taskForce.Id, other));
        await ActionItemAsync(scene, taskForce.Id, agency.Id, gone.Id);
        await scene.EndSeatAsync(taskForce.Id, gone.Id);
        var flagged = (await ListAsync(scene, taskForce.Id, $"?flagged=true&agencyId={agency.Id}&fromSeatId={gone.Id}")).Single();
        Assert.Null(flagged.ToSeatId);

        var admin = scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id);
        foreach (var seat in new[] { gone.Id, foreign.Id, Guid.NewGuid() })
            Assert.Contains("seatId", (await (await AssignAsync(admin, taskForce.Id, flagged.Id, seat)).ErrorsAsync()).Keys);
        Assert.Equal(HttpStatusCode.Forbidden, (await AssignAsync(scene.As(Roles.AgencyAdmin, other, taskForce.Id), taskForce.Id, flagged.Id, foreign.Id)).StatusCode);
        // An action item is its agency's: nobody of another takes it over.
        Assert.Equal("not-assignable", await (await AssignAsync(scene.HubAdmin, taskForce.Id, flagged.Id, foreign.Id)).ProblemAsync(HttpStatusCode.Conflict));

        var successor = await scene.SeatAsync(taskForce.Id, agency.Id, name: "Sofía Successor-Test");
        var path = $"/task-forces/{taskForce.Id}/handovers/{flagged.Id}";
        var version = (await admin.GetAsync(path)).Headers.ETag;
        var presses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            Scene.SendAsync(admin, HttpMethod.Post, $"{path}/assignment", new { seatId = successor.Id }, version))));
        var taken = await Assert.Single(presses, press => press.StatusCode == HttpStatusCode.OK).ReadAsync<HandoverView>();
        Assert.All(presses, press => Assert.True(press.StatusCode is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict, $"{press.StatusCode}"));
        Assert.Equal((successor.Id, false, DateOnly.FromDateTime(DateTime.UtcNow)), (taken.ToSeatId, taken.Flagged, taken.AssignedOn));
        Assert.Equal("not-flagged", await (await AssignAsync(admin, taskForce.Id, flagged.Id, successor.Id)).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("left")]
    public async Task When_the_whole_agency_rests_or_goes_everything_is_flagged_and_what_is_settled_is_dismissed(string how)
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var chair = await scene.SeatAsync(taskForce.Id, agency.Id);
        await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: chair.Id, name: "Ángela Alternate-Test");
        await ActionItemAsync(scene, taskForce.Id, agency.Id, chair.Id);
        var member = $"/task-forces/{taskForce.Id}/members/{agency.Id}";
        var done = how == "left"
            ? await scene.LeaveAsync(taskForce.Id, agency.Id)
            : await Scene.ChangeAsync(scene.HubAdmin, HttpMethod.Post, $"{member}/suspension", member, new { reason = "Its licence is under review." });
        Assert.True(done.IsSuccessStatusCode);
        var flagged = (await ListAsync(scene, taskForce.Id, "?flagged=true")).Single();

        var path = $"/task-forces/{taskForce.Id}/handovers/{flagged.Id}";
        var dismissed = await Scene.ChangeAsync(scene.As(Roles.Coordinator, taskForce: taskForce.Id), HttpMethod.Post, $"{path}/dismissal", path);
        var settled = await dismissed.ReadAsync<HandoverView>();
        Assert.Equal((false, true), (settled.Flagged, settled.ClosedOn is not null));
        Assert.Empty(await ListAsync(scene, taskForce.Id, "?flagged=true"));
        Assert.Equal("not-flagged", await (await Scene.ChangeAsync(scene.HubAdmin, HttpMethod.Post, $"{path}/dismissal", path)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.As(Roles.CaseWorker).GetAsync(path)).StatusCode);
    }

    private static async Task<Guid> ActionItemAsync(Scene scene, Guid taskForce, Guid agency, Guid seat)
    {
        var answer = await scene.As(Roles.Coordinator, taskForce: taskForce).PostAsJsonAsync($"/task-forces/{taskForce}/action-items", new
        {
            title = "Bring the figures", ownerAgencyId = agency, ownerSeatId = seat, dueOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30),
        });
        return (await answer.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private static async Task<List<HandoverView>> ListAsync(Scene scene, Guid taskForce, string query = "") =>
        await (await scene.HubAdmin.GetAsync($"/task-forces/{taskForce}/handovers{query}")).ReadAsync<List<HandoverView>>();

    private static Task<HttpResponseMessage> AssignAsync(HttpClient by, Guid taskForce, Guid handover, Guid seat)
    {
        var path = $"/task-forces/{taskForce}/handovers/{handover}";
        return Scene.ChangeAsync(by, HttpMethod.Post, $"{path}/assignment", path, new { seatId = seat });
    }
}
