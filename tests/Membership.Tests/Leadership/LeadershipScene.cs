using System.Net;
using Contracts;
using Membership.Decisions;
using Membership.Leadership;
using Membership.Seats;
using Membership.Tests.Members;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Leadership;

/// <summary>A task force with some members, each with a seat, and short words for who leads it.</summary>
public sealed class LeadershipScene(Scene scene, Guid taskForce, IReadOnlyList<SeatView> seats)
{
    public Scene Scene => scene;
    public Guid TaskForce => taskForce;
    public IReadOnlyList<SeatView> Seats => seats;
    public string Path => $"/task-forces/{taskForce}/leadership";
    public HttpClient Coordinator => scene.As(Roles.Coordinator, taskForce: taskForce);
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public static async Task<LeadershipScene> StartAsync(MembershipService service, int members = 3)
    {
        var scene = await Scene.StartAsync(service);
        var taskForce = await scene.TaskForceAsync();
        List<SeatView> seats = [];
        for (var i = 0; i < members; i++)
        {
            var agency = await scene.AgencyAsync(name: $"Agency {i}");
            (await scene.JoinAsync(taskForce.Id, agency.Id)).EnsureSuccessStatusCode();
            seats.Add(await scene.SeatAsync(taskForce.Id, agency.Id, name: $"Leader {i}"));
        }

        return new(scene, taskForce.Id, seats);
    }

    public static object Text(
        string model = "Single", string chosenBy = "Appointed", int? termMonths = null, int? consecutiveTerms = null, DateOnly? reviewOn = null) => new
    {
        model, chosenBy, choiceInWords = "By the members at the January meeting", reviewOn = reviewOn ?? Today.AddYears(1),
        qualifications = "A year in the task force", termMonths, consecutiveTerms,
        authority = new[] { new { kind = "Spend", what = "Room and refreshments", limit = "500 USD a month" } },
    };

    public async Task<ArrangementView> DraftAsync(object? text = null) =>
        await (await Coordinator.PostAsJsonAsync($"{Path}/arrangements", text ?? Text())).ReadAsync<ArrangementView>(HttpStatusCode.Created);

    /// <summary>Decided on that day by all members.</summary>
    public async Task<Guid> DecidedAsync(Guid? subject, DateOnly? on = null, string choice = "Yes", DecisionAbout about = DecisionAbout.Leadership)
    {
        var answer = await Coordinator.PostAsJsonAsync($"/task-forces/{taskForce}/decisions", new
        {
            about = about.ToString(), subjectId = subject, question = "Shall we?", method = "Vote", decidedOn = on ?? Today,
            ballots = seats.Select(seat => seat.AgencyId).Distinct().Select(voter => new { voterId = voter, choice }),
        });
        return (await answer.ReadAsync<DecisionView>(HttpStatusCode.Created)).Id;
    }

    public Task<HttpResponseMessage> AdoptAsync(Guid arrangement, Guid decision, DateOnly? from = null) => Scene.ChangeAsync(
        Coordinator, HttpMethod.Post, $"{Path}/arrangements/{arrangement}/adoption", $"{Path}/arrangements/{arrangement}",
        new { decisionId = decision, inForceFrom = from ?? Today });

    public async Task<ArrangementView> InForceAsync(object? text = null, DateOnly? from = null)
    {
        var draft = await DraftAsync(text);
        return await (await AdoptAsync(draft.Id, await DecidedAsync(draft.Id, from), from)).ReadAsync<ArrangementView>();
    }

    public Task<HttpResponseMessage> TakeAsync(params (string Kind, SeatView Seat)[] holders) => TakeAsync(null, Today, holders);

    public Task<HttpResponseMessage> TakeAsync(Guid? decision, DateOnly from, params (string Kind, SeatView Seat)[] holders) =>
        Coordinator.PostAsJsonAsync($"{Path}/positions", new
        {
            holders = holders.Select(holder => new { kind = holder.Kind, seatId = holder.Seat.Id }), from, why = "As agreed", decisionId = decision,
        });

    public async Task<List<PositionView>> TakenAsync(params (string Kind, SeatView Seat)[] holders) =>
        await (await TakeAsync(holders)).ReadAsync<List<PositionView>>(HttpStatusCode.Created);

    public Task<HttpResponseMessage> PassOnAsync(Guid position, SeatView to, DateOnly? on = null, Guid? decision = null) => Scene.ChangeAsync(
        Coordinator, HttpMethod.Post, $"{Path}/positions/{position}/succession", $"{Path}/positions/{position}",
        new { seatId = to.Id, on = on ?? Today, why = "Next in turn", decisionId = decision });

    public Task<HttpResponseMessage> EndAsync(Guid position, bool leaveVacant = false, string reason = "SteppedDown", Guid? decision = null) =>
        Scene.ChangeAsync(
            Coordinator, HttpMethod.Post, $"{Path}/positions/{position}/end", $"{Path}/positions/{position}",
            new { reason, why = "Moves away", leaveVacant, decisionId = decision });

    /// <summary>The agency of a seat.</summary>
    public async Task SuspendAsync(SeatView seat) =>
        (await MemberScene.UseAsync(scene.HubAdmin, MemberScene.Members(taskForce, seat.AgencyId), "suspension", new { reason = "Until this is settled." })).EnsureSuccessStatusCode();

    public async Task<LeadershipView> NowAsync() => (await Coordinator.GetFromJsonAsync<LeadershipView>(Path, Answers.Json))!;

    public async Task<List<StructureChangeView>> ChangesAsync() =>
        (await Coordinator.GetFromJsonAsync<List<StructureChangeView>>($"/task-forces/{taskForce}/structure-changes?take=200", Answers.Json))!;
}
