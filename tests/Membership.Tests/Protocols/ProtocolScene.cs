using System.Net;
using Contracts;
using Membership.Agencies;
using Membership.Protocols;
using Membership.Protocols.Acknowledgements;
using Membership.Protocols.Readiness;
using Membership.Protocols.Routing;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Protocols;

/// <summary>A task force with a police department and a shelter in it, and short words for its protocols.</summary>
public sealed class ProtocolScene
{
    private ProtocolScene(Scene scene, Guid taskForce) => (Scene, TaskForce) = (scene, taskForce);

    public Scene Scene { get; }
    public Guid TaskForce { get; }
    public AgencyView Police { get; private set; } = null!;
    public AgencyView Shelter { get; private set; } = null!;
    public SeatView Detective { get; private set; } = null!;
    public SeatView Advocate { get; private set; } = null!;
    public HttpClient Coordinator => Scene.As(Roles.Coordinator, taskForce: TaskForce);
    public string Protocols => $"/task-forces/{TaskForce}/protocols";

    public static async Task<ProtocolScene> StartAsync(MembershipService service)
    {
        var scene = await Scene.StartAsync(service);
        var own = new ProtocolScene(scene, (await scene.TaskForceAsync()).Id);
        own.Police = await own.MemberAsync("Harbor Police", AgencyClass.LawEnforcement);
        own.Shelter = await own.MemberAsync("Open Door");
        own.Detective = await scene.SeatAsync(own.TaskForce, own.Police.Id, name: "Dana Invented");
        own.Advocate = await scene.SeatAsync(own.TaskForce, own.Shelter.Id, name: "Noor Invented");
        return own;
    }

    public async Task<AgencyView> MemberAsync(string name, AgencyClass agencyClass = AgencyClass.VictimServices)
    {
        var agency = await Scene.AgencyAsync(agencyClass, name);
        Assert.Equal(HttpStatusCode.Created, (await Scene.JoinAsync(TaskForce, agency.Id)).StatusCode);
        return agency;
    }

    /// <summary>Whoever sits there.</summary>
    public HttpClient Person(SeatView seat) =>
        Scene.As(seat.AgencyId == Police.Id ? Roles.Investigator : Roles.CaseWorker, seat.AgencyId, TaskForce, seat.Id);

    public async Task<ProtocolView> DraftAsync(ProtocolTopic topic = ProtocolTopic.CaseResponse, string title = "Who is called at night") =>
        await (await Coordinator.PostAsJsonAsync(Protocols, new { topic = topic.ToString(), title, text = "First of all she is safe." }))
            .ReadAsync<ProtocolView>(HttpStatusCode.Created);

    public string Version(Guid protocol, int number = 1) => $"{Protocols}/{protocol}/versions/{number}";

    public async Task<ProtocolVersionView> ReadAsync(Guid protocol, int number = 1) =>
        await (await Coordinator.GetAsync(Version(protocol, number))).ReadAsync<ProtocolVersionView>();

    public Task<HttpResponseMessage> TryStepsAsync(Guid protocol, int number, params object[] steps) =>
        Scene.ChangeAsync(Coordinator, HttpMethod.Put, $"{Version(protocol, number)}/steps", Version(protocol, number), new { steps });

    public async Task<ProtocolVersionView> StepsAsync(Guid protocol, int number, params object[] steps) =>
        await (await TryStepsAsync(protocol, number, steps)).ReadAsync<ProtocolVersionView>();

    public static object Step(
        string key, AgencyView primary, SeatView? seat = null, string title = "Call", object? when = null, object[]? backups = null, object[]? next = null,
        string hours = "OwnHours") => new
    {
        key, title, primary = Contact(primary, seat), backups, when, next, hours, withinMinutes = 30, mayShare = new[] { "NeedWithoutIdentity", "Languages" },
    };

    public static object Contact(AgencyView agency, SeatView? seat = null) => new { agencyId = agency.Id, seatId = seat?.Id };

    public async Task<HttpResponseMessage> TryAdoptAsync(Guid protocol, int number = 1, Guid? decision = null)
    {
        var version = await ReadAsync(protocol, number);
        decision ??= (await Scene.CarriedAsync(TaskForce, DecisionAbout.Protocol, version.Id)).Id;
        var path = Version(protocol, number);
        return await Scene.ChangeAsync(Coordinator, HttpMethod.Post, $"{path}/adoption", path, new { decisionId = decision });
    }

    public async Task<ProtocolVersionView> AdoptAsync(Guid protocol, int number = 1) =>
        await (await TryAdoptAsync(protocol, number)).ReadAsync<ProtocolVersionView>();

    /// <summary>A case response in force with these steps.</summary>
    public async Task<ProtocolView> InForceAsync(params object[] steps)
    {
        var protocol = await DraftAsync(title: $"Response {Guid.NewGuid():n}");
        await StepsAsync(protocol.Id, 1, steps);
        await AdoptAsync(protocol.Id);
        return protocol;
    }

    /// <summary>The next version in force with these steps.</summary>
    public async Task<ProtocolVersionView> NextInForceAsync(Guid protocol, params object[] steps)
    {
        var draft = await (await Coordinator.PostAsync($"{Protocols}/{protocol}/versions", null)).ReadAsync<ProtocolVersionView>(HttpStatusCode.Created);
        await StepsAsync(protocol, draft.Number, steps);
        return await AdoptAsync(protocol, draft.Number);
    }

    public Task<HttpResponseMessage> AcknowledgeAsync(Guid protocol, SeatView seat, int number = 1, HttpClient? by = null) =>
        (by ?? Person(seat)).PostAsJsonAsync($"{Version(protocol, number)}/acknowledgements", new { seatId = seat.Id });

    public async Task<List<AcknowledgementView>> AskedAsync(Guid protocol, int number = 1, string query = "") =>
        (await Coordinator.GetFromJsonAsync<List<AcknowledgementView>>($"{Version(protocol, number)}/acknowledgements{query}", Answers.Json))!;

    public async Task<CallList> RouteAsync(object facts, HttpClient? by = null) =>
        await (await (by ?? Coordinator).PostAsJsonAsync($"/task-forces/{TaskForce}/routing", facts)).ReadAsync<CallList>();

    public async Task<List<ReadinessGapView>> GapsAsync(string query = "?open=true&take=200") =>
        (await Coordinator.GetFromJsonAsync<List<ReadinessGapView>>($"/task-forces/{TaskForce}/readiness/gaps{query}", Answers.Json))!;

    public async Task CardAsync(AgencyView agency, object card)
    {
        var path = $"/agencies/{agency.Id}/card";
        (await Tests.Scene.ChangeAsync(Scene.HubAdmin, HttpMethod.Put, path, path, card)).EnsureSuccessStatusCode();
    }

    public async Task CountAsync(AgencyView agency, int available) => (await Tests.Scene.ChangeAsync(
        Scene.HubAdmin, HttpMethod.Put, $"/agencies/{agency.Id}/capacities/Beds", $"/agencies/{agency.Id}/card", new { total = 10, available })).EnsureSuccessStatusCode();
}
