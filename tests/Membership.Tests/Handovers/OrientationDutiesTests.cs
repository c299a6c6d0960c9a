using System.Net;
using Membership.Committees;
using Membership.Handovers;
using Membership.Seats;
using Membership.Tests.Committees;
using Membership.Tests.Leadership;
using Membership.Tests.Protocols;
using Testing;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Handovers;

/// <summary>Whoever is new reads in the orientation what comes with the seat: positions, chairs, committees, and the protocols that name it.</summary>
[Collection(MembershipService.Name)]
public sealed class OrientationDutiesTests(MembershipService service)
{
    private static readonly OrientationTopic[] WithDuties =
    [
        OrientationTopic.Role, OrientationTopic.Position, OrientationTopic.CommitteeChair, OrientationTopic.Committee, OrientationTopic.Protocol,
        OrientationTopic.Protocol, OrientationTopic.Courses, OrientationTopic.RideAlong,
    ];

    [Fact]
    public async Task A_successor_is_shown_what_waits_since_the_one_before_went_and_the_protocols_that_name_the_agency()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var duties = await GiveAsync(scene);
        await scene.Scene.EndSeatAsync(scene.TaskForce, scene.Detective.Id);
        var successor = await scene.Scene.SeatAsync(scene.TaskForce, scene.Police.Id, name: "Sofía Successor-Test");

        var orientation = await OrientationAsync(scene, successor);
        Assert.Equal(WithDuties, orientation.Items.Select(item => item.Topic));
        Assert.Equal("Chair", Assert.Single(About(orientation, OrientationTopic.Position)).Name);
        Assert.Equal([(duties.Chaired, "Outreach")], About(orientation, OrientationTopic.CommitteeChair));
        Assert.Equal([(duties.SatIn, "Training")], About(orientation, OrientationTopic.Committee));
        Assert.Equal(duties.Protocols.Order(), About(orientation, OrientationTopic.Protocol).Order());
    }

    [Fact]
    public async Task An_alternate_who_is_still_being_shown_things_and_takes_over_is_shown_what_came_with_it_too()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var before = await scene.Scene.SeatAsync(scene.TaskForce, scene.Police.Id, alternateFor: scene.Detective.Id, name: "Ari Invented");
        await scene.Scene.EndSeatAsync(scene.TaskForce, before.Id);
        var alternate = await scene.Scene.SeatAsync(scene.TaskForce, scene.Police.Id, alternateFor: scene.Detective.Id, name: "Ángela Alternate-Test");
        var opened = await OrientationAsync(scene, alternate);
        Assert.Equal([OrientationTopic.Role, OrientationTopic.Courses, OrientationTopic.RideAlong], opened.Items.Select(item => item.Topic));

        var duties = await GiveAsync(scene);
        await scene.Scene.EndSeatAsync(scene.TaskForce, scene.Detective.Id);
        var path = $"/task-forces/{scene.TaskForce}/seats/{alternate.Id}";
        Assert.Equal(HttpStatusCode.OK, (await Scene.ChangeAsync(scene.Scene.HubAdmin, HttpMethod.Post, $"{path}/succession", path)).StatusCode);
        var goesOn = await OrientationAsync(scene, alternate);
        Assert.Equal((opened.Id, WithDuties.Length), (goesOn.Id, goesOn.Items.Count));
        Assert.Equal(WithDuties.Order(), goesOn.Items.Select(item => item.Topic).Order());
        Assert.Equal([(duties.Chaired, "Outreach")], About(goesOn, OrientationTopic.CommitteeChair));
        Assert.Equal(duties.Protocols.Order(), About(goesOn, OrientationTopic.Protocol).Order());
    }

    /// <summary>The detective leads and has a chair; the police sit in one more committee, and two protocols call it. The rest is others'.</summary>
    private static async Task<(Guid Chaired, Guid SatIn, (Guid, string)[] Protocols)> GiveAsync(ProtocolScene scene)
    {
        var leading = new LeadershipScene(scene.Scene, scene.TaskForce, [scene.Detective, scene.Advocate]);
        await leading.InForceAsync();
        await leading.TakenAsync(("Chair", scene.Detective));
        var chaired = await FormAsync("Outreach", scene.Detective);
        var satIn = await CommitteeTests.FormAsync(leading, CommitteeTests.Group("Training", "Committee", endsOn: null, agency: scene.Police.Id));
        await FormAsync("Media", scene.Advocate);

        var bySeat = await scene.InForceAsync(Step("police", scene.Police, scene.Detective));
        var asAgency = await scene.InForceAsync(Step("police", scene.Police), Step("shelter", scene.Shelter));
        await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate));
        await scene.DraftAsync();
        return (chaired.Id, satIn.Id, [(bySeat.Id, bySeat.Title), (asAgency.Id, asAgency.Title)]);

        Task<CommitteeView> FormAsync(string name, SeatView chair) =>
            CommitteeTests.FormAsync(leading, CommitteeTests.Group(name, "Committee", endsOn: null, chair: chair.Id, agency: chair.AgencyId));
    }

    private static async Task<OrientationView> OrientationAsync(ProtocolScene scene, SeatView seat) => Assert.Single(
        await (await scene.Person(seat).GetAsync($"/task-forces/{scene.TaskForce}/orientations?seatId={seat.Id}")).ReadAsync<List<OrientationView>>());

    private static IEnumerable<(Guid Id, string Name)> About(OrientationView orientation, OrientationTopic topic) =>
        orientation.Items.Where(item => item.Topic == topic).Select(item => (item.AboutId!.Value, item.AboutName!));
}
