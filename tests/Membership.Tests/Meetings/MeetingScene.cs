using System.Net;
using Contracts;
using Membership.Agencies;
using Membership.Meetings;
using Membership.Meetings.ActionItems;
using Membership.Meetings.Agenda;
using Membership.Meetings.JointEvents;
using Membership.Meetings.Series;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Meetings;

/// <summary>A task force of two agencies, each with a representative and the first with an alternate; and short words for its meetings.</summary>
public sealed class MeetingScene
{
    public const string Zone = "America/Los_Angeles";

    public required Scene Scene { get; init; }
    public required Guid TaskForce { get; init; }
    public required AgencyView Shelter { get; init; }
    public required AgencyView Police { get; init; }
    public required SeatView ShelterSeat { get; init; }
    public required SeatView Alternate { get; init; }
    public required SeatView PoliceSeat { get; init; }

    public string Path => $"/task-forces/{TaskForce}";
    public HttpClient Coordinator => Scene.As(Roles.Coordinator, taskForce: TaskForce);
    public HttpClient CoreGroup => Scene.As(Roles.CoreGroup, taskForce: TaskForce);
    public HttpClient OfShelter => Scene.As(Roles.CaseWorker, Shelter.Id, TaskForce, ShelterSeat.Id);
    public HttpClient OfPolice => Scene.As(Roles.Investigator, Police.Id, TaskForce, PoliceSeat.Id);

    public static async Task<MeetingScene> StartAsync(MembershipService service)
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, shelter) = await scene.MemberAsync();
        var police = await scene.AgencyAsync(AgencyClass.LawEnforcement, "City police");
        await scene.JoinAsync(taskForce.Id, police.Id);
        var seat = await scene.SeatAsync(taskForce.Id, shelter.Id);
        return new()
        {
            Scene = scene, TaskForce = taskForce.Id, Shelter = shelter, Police = police, ShelterSeat = seat,
            Alternate = await scene.SeatAsync(taskForce.Id, shelter.Id, seat.Id, "Alternate Test"),
            PoliceSeat = await scene.SeatAsync(taskForce.Id, police.Id, name: "Officer Test"),
        };
    }

    public async Task<AgencyView> AnotherMemberAsync(string name, AgencyType type = AgencyType.NGO)
    {
        var agency = await Scene.AgencyAsync(AgencyClass.VictimServices, name, type);
        Assert.Equal(HttpStatusCode.Created, (await Scene.JoinAsync(TaskForce, agency.Id)).StatusCode);
        return agency;
    }

    public HttpClient Of(AgencyView agency) => Scene.As(Roles.Supervisor, agency.Id, TaskForce);

    public static object Meeting(string on, string startsAt = "09:30:00", Guid[]? invited = null, string title = "Monthly meeting") => new
    {
        title, on, startsAt, durationMinutes = 90, timeZone = Zone, place = "Room 4, City Hall", invited,
    };

    public async Task<MeetingView> MeetingAsync(string on, string startsAt = "09:30:00", Guid[]? invited = null) =>
        await (await Coordinator.PostAsJsonAsync($"{Path}/meetings", Meeting(on, startsAt, invited))).ReadAsync<MeetingView>(HttpStatusCode.Created);

    public async Task<SeriesView> SeriesAsync(object series) =>
        await (await Coordinator.PostAsJsonAsync($"{Path}/meeting-series", series)).ReadAsync<SeriesView>(HttpStatusCode.Created);

    /// <summary>In the order of their instants.</summary>
    public async Task<List<MeetingView>> MeetingsAsync(string query = "", HttpClient? by = null) =>
        [.. (await (by ?? Coordinator).GetFromJsonAsync<List<MeetingView>>($"{Path}/meetings?take=200{query}", Answers.Json))!.OrderBy(meeting => meeting.Begins)];

    public string At(MeetingView meeting) => $"{Path}/meetings/{meeting.Id}";

    public string At(JointEventView jointEvent) => $"{Path}/joint-events/{jointEvent.Id}";

    public string At(ActionItemView item) => $"{Path}/action-items/{item.Id}";

    /// <summary>A verb of the meeting, with its present version.</summary>
    public Task<HttpResponseMessage> DoAsync(MeetingView meeting, string verb, object? body = null, HttpClient? by = null) =>
        Scene.ChangeAsync(by ?? Coordinator, verb is "minutes" or "attendance" or "invitations" or "agenda/order" or "" ? HttpMethod.Put : HttpMethod.Post,
            verb.Length == 0 ? At(meeting) : $"{At(meeting)}/{verb}", At(meeting), body);

    public async Task<MeetingView> HeldAsync(string on = "2026-03-03", params Guid[] seats)
    {
        var meeting = await MeetingAsync(on);
        return await (await DoAsync(meeting, "holding", new { seats = seats.Length == 0 ? [ShelterSeat.Id, PoliceSeat.Id] : seats })).ReadAsync<MeetingView>();
    }

    public async Task<List<AgendaItemView>> AgendaAsync(MeetingView meeting, HttpClient? by = null) =>
        (await (by ?? Coordinator).GetFromJsonAsync<List<AgendaItemView>>($"{At(meeting)}/agenda", Answers.Json))!;

    public async Task<ActionItemView> ActionItemAsync(string dueOn, Guid? agency = null, Guid? seat = null, string title = "Write the referral form") =>
        await (await Coordinator.PostAsJsonAsync($"{Path}/action-items", new { title, dueOn, ownerAgencyId = agency, ownerSeatId = seat }))
            .ReadAsync<ActionItemView>(HttpStatusCode.Created);

    public Task<HttpResponseMessage> DoAsync(ActionItemView item, string verb, object body, HttpClient? by = null) =>
        Scene.ChangeAsync(by ?? Coordinator, verb.Length == 0 ? HttpMethod.Put : HttpMethod.Post, verb.Length == 0 ? At(item) : $"{At(item)}/{verb}", At(item), body);
}
