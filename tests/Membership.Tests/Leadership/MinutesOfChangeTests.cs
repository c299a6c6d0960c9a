using System.Net;
using Membership.Leadership;
using Membership.Members;
using Membership.Tests.Committees;
using Membership.Tests.Members;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Leadership;

/// <summary>Everything that happens on one day is in the minutes in the order in which it happened, and says whose deed it was.</summary>
public abstract class MinutesOfChangeTests(MembershipService service)
{
    [Collection(MembershipOfMembers.Name)]
    public sealed class OnSqlite(MembershipService service) : MinutesOfChangeTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : MinutesOfChangeTests(service);

    [Fact]
    public async Task They_are_read_page_by_page_in_order_and_each_line_says_who()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 3);
        await scene.InForceAsync();
        var chair = (await scene.TakenAsync(("Chair", scene.Seats[0])))[0];
        Assert.Equal(HttpStatusCode.OK, (await scene.EndAsync(chair.Id, leaveVacant: true)).StatusCode);
        var vacant = (await scene.NowAsync()).Positions.Single();
        await (await scene.PassOnAsync(vacant.Id, scene.Seats[1])).ReadAsync<PositionView>(HttpStatusCode.Created);
        var group = await CommitteeTests.FormAsync(scene, CommitteeTests.Group("Protocol", chair: scene.Seats[2].Id, agency: scene.Seats[2].AgencyId));
        Assert.Equal(HttpStatusCode.OK, (await CommitteeTests.ExtendAsync(scene, $"{CommitteeTests.Committees(scene)}/{group.Id}", LeadershipScene.Today.AddDays(60))).StatusCode);
        await scene.SuspendAsync(scene.Seats[1]);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Scene.LeaveAsync(scene.TaskForce, scene.Seats[2].AgencyId)).StatusCode);

        var lines = await ReadAsync(scene);
        Assert.Equal(
            [
                (StructureChangeKind.ArrangementAdopted, Roles.Coordinator), (StructureChangeKind.PositionTaken, Roles.Coordinator),
                (StructureChangeKind.PositionEnded, Roles.Coordinator), (StructureChangeKind.PositionVacant, Roles.Coordinator),
                (StructureChangeKind.PositionPassedOn, Roles.Coordinator), (StructureChangeKind.CommitteeFormed, Roles.Coordinator),
                (StructureChangeKind.WorkGroupExtended, Roles.Coordinator),
                // What only followed is the deed of whoever did that from which it followed.
                (StructureChangeKind.PositionVacant, Roles.HubAdmin),
                (StructureChangeKind.CommitteeChairVacant, Roles.AgencyAdmin), (StructureChangeKind.CommitteeLeft, Roles.AgencyAdmin),
            ],
            lines.Select(line => (line.Kind, line.By!.Role)));
        Assert.Equal(scene.Seats[2].AgencyId, lines[^1].By!.AgencyId);
    }

    [Fact]
    public async Task The_steps_of_a_membership_are_read_in_their_order_also_those_of_one_moment()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open");
        for (var again = 0; again < 3; again++)
        {
            var agency = (await scene.AppliedAsync(taskForce)).AgencyId;
            Assert.Equal([MemberStep.Applied, MemberStep.Admitted], (await scene.ChangesAsync(taskForce, agency)).Select(change => change.Step));
        }
    }

    private static async Task<List<StructureChangeView>> ReadAsync(LeadershipScene scene)
    {
        var lines = new List<StructureChangeView>();
        for (var next = "?take=3"; next.Length > 0;)
        {
            using var page = await scene.Coordinator.GetAsync($"/task-forces/{scene.TaskForce}/structure-changes{next}");
            lines.AddRange(await page.ReadAsync<List<StructureChangeView>>());
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : "";
        }

        return lines;
    }
}
