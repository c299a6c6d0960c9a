using System.Net;
using Membership.Members;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

[Collection(MembershipOfMembers.Name)]
public sealed class SuspensionTests(MembershipService service)
{
    [Fact]
    public async Task A_suspended_members_access_stops_within_a_minute_and_comes_back_with_its_reinstatement()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        var (inTaskForce, elsewhere) = (scene.As(Roles.AgencyAdmin, agency.Id, taskForce.Id), scene.As(Roles.AgencyAdmin, agency.Id));
        var path = MemberScene.Members(taskForce.Id, agency.Id);
        Assert.Equal(HttpStatusCode.OK, (await inTaskForce.GetAsync(path)).StatusCode);

        var suspended = await (await MemberScene.UseAsync(scene.HubAdmin, path, "suspension", new { reason = "Its licence is under review." })).ReadAsync<MemberView>();
        Assert.Equal((MemberState.Suspended, DateOnly.FromDateTime(DateTime.UtcNow), false), (suspended.State, suspended.SuspendedOn, suspended.MayVote));
        await Until.TrueAsync(async () => (await inTaskForce.GetAsync(path)).StatusCode == HttpStatusCode.Unauthorized, "its access has stopped", TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(path)).StatusCode);

        // Its seats stay, and nobody new takes one; it is still listed, and nobody waits for a second person in it.
        var seats = await scene.HubAdmin.GetFromJsonAsync<List<SeatView>>($"/task-forces/{taskForce.Id}/seats?state=Active", Answers.Json);
        Assert.Equal([seat.Id], seats!.Select(taken => taken.Id));
        var seated = await elsewhere.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", Scene.Person(agency.Id));
        Assert.Equal("not-a-member", await seated.ProblemAsync(HttpStatusCode.Conflict));
        var listed = await scene.MemberOfAsync(taskForce.Id, agency.Id);
        Assert.Equal((MemberState.Suspended, false), (listed.State, listed.DependsOnOnePerson));

        await (await MemberScene.UseAsync(scene.HubAdmin, path, "reinstatement", new { reason = "The licence is renewed." })).ReadAsync<MemberView>();
        Assert.Equal(MemberState.Active, (await scene.ReadMemberAsync(taskForce.Id, agency.Id)).State);
        await Until.TrueAsync(async () => (await inTaskForce.GetAsync(path)).StatusCode == HttpStatusCode.OK, "its access is back", TimeSpan.FromMinutes(1));
        Assert.Equal(["agency-reinstated", "agency-suspended"], (await scene.JournalAsync(6)).Select(entry => entry.Type)
            .Where(type => type is "agency-suspended" or "agency-reinstated").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_provisional_is_provisional_again()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open");
        var agency = (await scene.AppliedAsync(taskForce)).AgencyId;
        var path = MemberScene.Members(taskForce, agency);
        foreach (var verb in new[] { "suspension", "reinstatement" })
            Assert.Equal(HttpStatusCode.OK, (await MemberScene.UseAsync(scene.HubAdmin, path, verb, new { reason = "As agreed." })).StatusCode);
        Assert.Equal(MemberState.Provisional, (await scene.ReadMemberAsync(taskForce, agency)).State);
    }
}
