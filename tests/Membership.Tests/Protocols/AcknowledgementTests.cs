using System.Net;
using Contracts;
using Membership.Protocols.Acknowledgements;
using Membership.Protocols.Readiness;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Protocols;

[Collection(MembershipThatMeets.Name)]
public sealed class AcknowledgementTests(MembershipService service)
{
    [Fact]
    public async Task Everybody_named_is_asked_and_acknowledges_or_the_agencys_administrator_does_and_is_said_to_have()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var protocol = await scene.InForceAsync(Step("police", scene.Police, scene.Detective), Step("shelter", scene.Shelter));
        Assert.Equal([scene.Detective.Id, scene.Advocate.Id], (await scene.AskedAsync(protocol.Id)).Select(asked => asked.SeatId).OrderBy(seat => seat == scene.Advocate.Id));

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.AcknowledgeAsync(protocol.Id, scene.Advocate, by: scene.Person(scene.Detective))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.AcknowledgeAsync(protocol.Id, scene.Advocate, by: scene.Coordinator)).StatusCode);
        var stranger = scene.Scene.As(Roles.AgencyAdmin, (await scene.MemberAsync("Clinic")).Id, scene.TaskForce);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.AcknowledgeAsync(protocol.Id, scene.Advocate, by: stranger)).StatusCode);
        var nobody = await scene.Scene.As(Roles.CaseWorker, scene.Shelter.Id, scene.TaskForce).PostAsJsonAsync($"{scene.Version(protocol.Id)}/acknowledgements", new { });
        Assert.Contains("seatId", await nobody.ErrorsAsync());

        var own = await scene.Person(scene.Detective).PostAsJsonAsync($"{scene.Version(protocol.Id)}/acknowledgements", new { });
        Assert.Equal(AcknowledgedBy.Person, (await own.ReadAsync<AcknowledgementView>()).GivenBy);
        var admin = scene.Scene.As(Roles.AgencyAdmin, scene.Shelter.Id, scene.TaskForce);
        Assert.Equal(AcknowledgedBy.AgencyAdmin, (await (await scene.AcknowledgeAsync(protocol.Id, scene.Advocate, by: admin)).ReadAsync<AcknowledgementView>()).GivenBy);
        Assert.Equal("state-conflict", await (await scene.AcknowledgeAsync(protocol.Id, scene.Advocate)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Empty(await scene.AskedAsync(protocol.Id, query: "?state=Asked"));
        Assert.Equal(2, (await service.JournalAsync(scene.Scene.Hub, 2, entry => entry.Type == "protocol-acknowledged")).Count(entry => entry.Type == "protocol-acknowledged"));
    }

    [Fact]
    public async Task A_new_version_asks_again_only_of_those_whose_step_changed()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var clinic = await scene.MemberAsync("Clinic");
        var nurse = await scene.Scene.SeatAsync(scene.TaskForce, clinic.Id, name: "Io Invented");
        var (police, shelter) = (Step("police", scene.Police, scene.Detective), Step("shelter", scene.Shelter, scene.Advocate));
        var protocol = await scene.InForceAsync(police, shelter, Step("clinic", clinic, nurse));
        foreach (var seat in new[] { scene.Detective, scene.Advocate }) await (await scene.AcknowledgeAsync(protocol.Id, seat)).ReadAsync<AcknowledgementView>();

        // The shelter's step changes; the police's moves down and is the same; the clinic's is the same and was not acknowledged.
        await scene.NextInForceAsync(protocol.Id, Step("shelter", scene.Shelter, scene.Advocate, title: "Call at once"), police, Step("clinic", clinic, nurse));
        var asked = (await scene.AskedAsync(protocol.Id, 2)).ToDictionary(asked => asked.SeatId);
        Assert.Equal((AcknowledgementState.Given, (int?)1), (asked[scene.Detective.Id].State, asked[scene.Detective.Id].CarriedFrom));
        Assert.Equal((AcknowledgementState.Asked, (int?)null), (asked[scene.Advocate.Id].State, asked[scene.Advocate.Id].CarriedFrom));
        Assert.Equal((AcknowledgementState.Asked, (int?)null), (asked[nurse.Id].State, asked[nurse.Id].CarriedFrom));
        Assert.Empty(await scene.AskedAsync(protocol.Id, 1, "?state=Asked"));
        Assert.Equal("state-conflict", await (await scene.AcknowledgeAsync(protocol.Id, nurse)).ProblemAsync(HttpStatusCode.Conflict));

        await scene.NextInForceAsync(protocol.Id, police, Step("shelter", scene.Shelter, scene.Advocate, title: "Call at once"));
        asked = (await scene.AskedAsync(protocol.Id, 3)).ToDictionary(asked => asked.SeatId);
        Assert.Equal((AcknowledgementState.Given, (int?)1), (asked[scene.Detective.Id].State, asked[scene.Detective.Id].CarriedFrom));
        Assert.Equal([scene.Detective.Id, scene.Advocate.Id], asked.Keys.OrderBy(seat => seat == scene.Advocate.Id));
        Assert.Contains(await scene.GapsAsync("?open=false&kind=NotAcknowledged"), gap => gap.SeatId == nurse.Id && gap.End == GapEnd.NoLongerNamed);
    }

    [Fact]
    public async Task A_step_passes_to_the_alternate_who_must_acknowledge_and_without_one_to_the_agency()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var alternate = await scene.Scene.SeatAsync(scene.TaskForce, scene.Police.Id, alternateFor: scene.Detective.Id, name: "Ari Invented");
        var protocol = await scene.InForceAsync(Step("police", scene.Police, scene.Detective), Step("shelter", scene.Shelter, scene.Advocate));
        await (await scene.AcknowledgeAsync(protocol.Id, scene.Detective)).ReadAsync<AcknowledgementView>();

        await scene.Scene.EndSeatAsync(scene.TaskForce, scene.Detective.Id);
        var steps = (await scene.ReadAsync(protocol.Id)).Steps;
        Assert.Equal((alternate.Id, scene.Detective.Id), (steps[0].Primary.SeatId!.Value, steps[0].Primary.PassedFromSeatId!.Value));
        Assert.Equal(alternate.Id, (await scene.AskedAsync(protocol.Id, query: $"?state=Asked&agencyId={scene.Police.Id}")).Single().SeatId);
        await Until.TrueAsync(async () => (await scene.GapsAsync()).Any(gap => gap.SeatId == alternate.Id && gap.Kind == ReadinessGapKind.NotAcknowledged), "the alternate's gap is open");
        await (await scene.AcknowledgeAsync(protocol.Id, alternate)).ReadAsync<AcknowledgementView>();

        await scene.Scene.EndSeatAsync(scene.TaskForce, scene.Advocate.Id);
        var shelter = (await scene.ReadAsync(protocol.Id)).Steps[1].Primary;
        Assert.Equal((null, (Guid?)scene.Advocate.Id), (shelter.SeatId, shelter.PassedFromSeatId));
        await Until.TrueAsync(async () => (await scene.GapsAsync()).Any(gap => gap.AgencyId == scene.Shelter.Id && gap.Kind == ReadinessGapKind.NoRepresentative), "nobody is there to call");

        // Whoever comes to the agency is asked.
        var successor = await scene.Scene.SeatAsync(scene.TaskForce, scene.Shelter.Id, name: "Sol Invented");
        await Until.TrueAsync(async () => (await scene.AskedAsync(protocol.Id, query: "?state=Asked")).Any(asked => asked.SeatId == successor.Id), "the successor is asked");
    }
}
