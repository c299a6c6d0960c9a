using System.Net;
using Membership.Members;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

[Collection(MembershipOfMembers.Name)]
public sealed class MemberTests(MembershipService service)
{
    [Fact]
    public async Task An_agency_joins_once()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        Assert.Equal("already-a-member", await (await scene.JoinAsync(taskForce.Id, agency.Id)).ProblemAsync(HttpStatusCode.Conflict));

        var member = await scene.MemberOfAsync(taskForce.Id, agency.Id);
        Assert.Equal((agency.Name, agency.AgencyClass, MemberState.Active), (member.AgencyName, member.AgencyClass, member.State));
        Assert.True(member.Orphaned);
    }

    [Fact]
    public async Task A_coordinator_runs_its_own_task_force_only()
    {
        var scene = await Scene.StartAsync(service);
        var (own, other) = (await scene.TaskForceAsync("Own"), await scene.TaskForceAsync("Other"));
        var agency = await scene.AgencyAsync();
        var coordinator = scene.As(Roles.Coordinator, taskForce: own.Id);
        Assert.Equal(HttpStatusCode.Created, (await scene.JoinAsync(own.Id, agency.Id, coordinator)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.JoinAsync(other.Id, agency.Id, coordinator)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.JoinAsync(other.Id, agency.Id, scene.As(Roles.Coordinator))).StatusCode);

        await scene.JoinAsync(other.Id, agency.Id);
        var path = $"/task-forces/{other.Id}/members/{agency.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await MemberScene.UseAsync(coordinator, path, "suspension", new { reason = "Until this is settled." })).StatusCode);
    }

    [Fact]
    public async Task Only_an_agency_of_the_hubs_directory_joins()
    {
        var (scene, other) = (await Scene.StartAsync(service), await Scene.StartAsync(service));
        var (taskForce, foreign) = (await scene.TaskForceAsync(), await other.AgencyAsync());
        foreach (var agency in new[] { foreign.Id, Guid.NewGuid() })
            Assert.Equal("agencyId", (await (await scene.JoinAsync(taskForce.Id, agency)).ErrorsAsync()).Keys.Single());
        Assert.Equal(HttpStatusCode.NotFound, (await other.JoinAsync(taskForce.Id, foreign.Id)).StatusCode);
    }

    [Fact]
    public async Task Leaving_ends_the_agencys_seats_and_is_final()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: seat.Id);

        Assert.Equal(HttpStatusCode.NoContent, (await scene.LeaveAsync(taskForce.Id, agency.Id)).StatusCode);
        var seats = await scene.HubAdmin.GetFromJsonAsync<List<SeatView>>($"/task-forces/{taskForce.Id}/seats", Answers.Json);
        Assert.Equal(2, seats!.Count);
        Assert.All(seats, ended => Assert.Equal((SeatState.Ended, Contracts.SeatEndReason.AgencyLeft), (ended.State, ended.EndReason)));

        Assert.Equal("state-conflict", await (await scene.LeaveAsync(taskForce.Id, agency.Id)).ProblemAsync(HttpStatusCode.Conflict));
        var last = await scene.HubAdmin.GetFromJsonAsync<MemberView>($"/task-forces/{taskForce.Id}/members/{agency.Id}", Answers.Json);
        Assert.Equal((MemberState.Ended, false), (last!.State, last.Orphaned));
        Assert.Empty((await scene.HubAdmin.GetFromJsonAsync<List<MemberView>>($"/task-forces/{taskForce.Id}/members", Answers.Json))!);
    }

    [Fact]
    public async Task An_agency_that_left_may_come_back_and_leave_again()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open");
        var agency = (await scene.AppliedAsync(taskForce)).AgencyId;
        Assert.Equal(HttpStatusCode.NoContent, (await scene.LeaveAsync(taskForce, agency)).StatusCode);
        await scene.AppliedAsync(taskForce, agency);
        Assert.Equal(MemberState.Provisional, (await scene.MemberOfAsync(taskForce, agency)).State);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.LeaveAsync(taskForce, agency)).StatusCode);
    }

    [Fact]
    public async Task Whoever_was_a_member_before_is_no_founder_any_more_and_after_the_terms_nobody_is()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce.Id);
        var (founder, later) = ((await scene.AgencyAsync(name: "Founder")).Id, (await scene.AgencyAsync(name: "Later")).Id);
        var founded = await coordinator.PostAsJsonAsync($"/task-forces/{taskForce.Id}/members", new { agencyId = founder, reason = "It called the first meeting." });
        Assert.Equal(HttpStatusCode.Created, founded.StatusCode);
        Assert.Equal("It called the first meeting.", (await scene.ChangesAsync(taskForce.Id, founder)).Single().Reason);

        await scene.LeaveAsync(taskForce.Id, founder);
        await RefusedAsync(founder);
        await scene.AdoptAsync(taskForce.Id, agency.Id);
        await RefusedAsync(founder, later);
        Assert.Equal("already-a-member", await (await scene.JoinAsync(taskForce.Id, agency.Id)).ProblemAsync(HttpStatusCode.Conflict));

        // Where nobody is left who could decide on an application, somebody founds it anew.
        await scene.LeaveAsync(taskForce.Id, agency.Id);
        Assert.Equal(HttpStatusCode.Created, (await scene.JoinAsync(taskForce.Id, founder)).StatusCode);
        await RefusedAsync(later);

        async Task RefusedAsync(params Guid[] agencies)
        {
            foreach (var by in new[] { coordinator, scene.HubAdmin })
            {
                foreach (var refused in agencies)
                    Assert.Equal("apply", await (await scene.JoinAsync(taskForce.Id, refused, by)).ProblemAsync(HttpStatusCode.Conflict));
            }
        }
    }

    [Fact]
    public async Task Leaving_needs_the_present_version()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var path = $"/task-forces/{taskForce.Id}/members/{agency.Id}";
        var admin = scene.As(Roles.AgencyAdmin, agency.Id);
        var read = await admin.GetAsync(path);
        await scene.SeatAsync(taskForce.Id, agency.Id);

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Scene.SendAsync(admin, HttpMethod.Delete, path)).StatusCode);
        var stale = await Scene.SendAsync(admin, HttpMethod.Delete, path, ifMatch: read.Headers.ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.LeaveAsync(taskForce.Id, Guid.NewGuid())).StatusCode);
    }
}
