using System.Net;
using System.Net.Http.Headers;
using Contracts;
using Membership.Members;
using Membership.Agencies;
using Membership.Decisions;
using Membership.Seats;
using Membership.TaskForces;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests;

/// <summary>A hub of its own for each test, and short words for what tests arrange in it.</summary>
public sealed class Scene(MembershipService service, string hub)
{
    public string Hub => hub;
    public HttpClient HubAdmin => As(Roles.HubAdmin);

    public static async Task<Scene> StartAsync(MembershipService service)
    {
        var hub = $"hub-{Guid.NewGuid():n}"[..20];
        using var platformAdmin = service.ClientFor(Roles.PlatformAdmin, hub: null);
        (await platformAdmin.PostAsJsonAsync("/hubs", new { code = hub, name = "Harbor" })).EnsureSuccessStatusCode();
        return new Scene(service, hub);
    }

    public HttpClient As(string role, Guid? agency = null, Guid? taskForce = null, Guid? seat = null) =>
        service.ClientFor(role, hub, agency, taskForce, seat);

    public static object NewTaskForce(string hub, string name) => new
    {
        hub, name, purpose = "Create survivors through collaboration", formality = "Formal", model = "ECM",
    };

    public async Task<TaskForceView> TaskForceAsync(string name = "Harbor Human Trafficking Task Force") =>
        await (await HubAdmin.PostAsJsonAsync("/task-forces", NewTaskForce(hub, name))).ReadAsync<TaskForceView>(HttpStatusCode.Created);

    public async Task<AgencyView> AgencyAsync(AgencyClass agencyClass = AgencyClass.VictimServices, string name = "Open Door", AgencyType type = AgencyType.NGO)
    {
        if (agencyClass == AgencyClass.LawEnforcement) type = AgencyType.LawEnforcement;
        var answer = await HubAdmin.PostAsJsonAsync(ImportPath(agencyClass, type), new { id = Guid.NewGuid(), name });
        return (await answer.ReadAsync<AgencyImportReport>()).Agencies.Single();
    }

    public static string ImportPath(AgencyClass agencyClass = AgencyClass.VictimServices, AgencyType agencyType = AgencyType.NGO) =>
        $"/agencies/import?agencyClass={agencyClass}&agencyType={agencyType}";

    public Task<HttpResponseMessage> JoinAsync(Guid taskForce, Guid agency, HttpClient? by = null) =>
        (by ?? HubAdmin).PostAsJsonAsync($"/task-forces/{taskForce}/members", new { agencyId = agency });

    /// <summary>A task force with one member.</summary>
    public async Task<(TaskForceView TaskForce, AgencyView Agency)> MemberAsync()
    {
        var (taskForce, agency) = (await TaskForceAsync(), await AgencyAsync());
        Assert.Equal(HttpStatusCode.Created, (await JoinAsync(taskForce.Id, agency.Id)).StatusCode);
        return (taskForce, agency);
    }

    public static object Person(Guid agency, string name = "Marisol Quiñones-Test", Guid? alternateFor = null) => new
    {
        agencyId = agency, personName = name, title = "Program director",
        email = name == "Marisol Quiñones-Test" ? "marisol@open-door.example" : null,
        involvement = "RepresentingAgency", alternateForSeatId = alternateFor,
    };

    public async Task<SeatView> SeatAsync(Guid taskForce, Guid agency, Guid? alternateFor = null, string name = "Marisol Quiñones-Test") =>
        await (await HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce}/seats", Person(agency, name, alternateFor)))
            .ReadAsync<SeatView>(HttpStatusCode.Created);

    /// <summary>Reads the resource for its ETag, then changes it with that.</summary>
    public static async Task<HttpResponseMessage> ChangeAsync(
        HttpClient client, HttpMethod method, string path, string resource, object? body = null)
    {
        using var read = await client.GetAsync(resource);
        return await SendAsync(client, method, path, body, read.Headers.ETag);
    }

    public static Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpMethod method, string path, object? body = null, EntityTagHeaderValue? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.IfMatch.Add(ifMatch);
        return client.SendAsync(request);
    }

    /// <summary>By its own administrator, whose token names no task force: one that left before can be asked again.</summary>
    public async Task<HttpResponseMessage> LeaveAsync(Guid taskForce, Guid agency)
    {
        var path = $"/task-forces/{taskForce}/members/{agency}";
        using var read = await HubAdmin.GetAsync(path);
        var agencyClass = read.IsSuccessStatusCode ? (await read.ReadAsync<MemberView>()).AgencyClass : AgencyClass.VictimServices;
        return await SendAsync(
            service.Client(new Person(Roles.AgencyAdmin) { Hub = hub, AgencyId = agency, AgencyClass = agencyClass }), HttpMethod.Delete, path,
            ifMatch: read.Headers.ETag);
    }

    public Task<HttpResponseMessage> EndSeatAsync(Guid taskForce, Guid seat, string reason = "Moved")
    {
        var path = $"/task-forces/{taskForce}/seats/{seat}";
        return ChangeAsync(HubAdmin, HttpMethod.Post, $"{path}/end", path, new { reason });
    }

    public async Task<MemberView> MemberOfAsync(Guid taskForce, Guid agency) =>
        (await HubAdmin.GetFromJsonAsync<List<MemberView>>($"/task-forces/{taskForce}/members", Answers.Json))!
        .Single(member => member.AgencyId == agency);

    /// <summary>A decision by the vote of these member agencies, all of whom say yes; by default of the only one.</summary>
    public async Task<DecisionView> CarriedAsync(Guid taskForce, DecisionAbout about, Guid? subject = null, params Guid[] voters)
    {
        if (voters.Length == 0)
            voters = [.. (await HubAdmin.GetFromJsonAsync<List<MemberView>>($"/task-forces/{taskForce}/members?take=200", Answers.Json))!.Select(member => member.AgencyId)];
        return await (await DecideAsync(taskForce, about, subject, voters)).ReadAsync<DecisionView>(HttpStatusCode.Created);
    }

    /// <summary>All of these voters say the same: member agencies or, in the core group, seats.</summary>
    public Task<HttpResponseMessage> DecideAsync(
        Guid taskForce, DecisionAbout about, Guid? subject, IEnumerable<Guid> voters, string choice = "Yes", string method = "Vote", DateOnly? on = null) =>
        As(Roles.Coordinator, taskForce: taskForce).PostAsJsonAsync($"/task-forces/{taskForce}/decisions", new
        {
            about = about.ToString(), subjectId = subject, question = "Shall we?", method, decidedOn = on ?? DateOnly.FromDateTime(DateTime.UtcNow),
            ballots = voters.Select(voter => new { voterId = voter, choice }),
        });

    /// <summary>The hub's stream, when it has this many entries.</summary>
    public Task<IReadOnlyList<JournalEntry>> JournalAsync(int count) => service.JournalAsync(hub, count);
}
