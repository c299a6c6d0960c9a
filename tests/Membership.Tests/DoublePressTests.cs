using System.Net;
using Membership.Members;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests;

/// <summary>Two who press at the same moment: one wins, the others hear so, and nobody gets an error.</summary>
public abstract class DoublePressTests(MembershipService service)
{
    [Collection(MembershipService.Name)]
    public sealed class OnSqlite(MembershipService service) : DoublePressTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : DoublePressTests(service);

    [NeedsSqlServer, Collection(MembershipOnSqlServer.Name)]
    public sealed class OnSqlServer(MembershipService.OnSqlServer service) : DoublePressTests(service);

    private const int Presses = 8;

    [Fact]
    public async Task A_hub_is_established_once()
    {
        var body = new { code = $"h{Guid.NewGuid():n}"[..31], name = "Harbor" };
        var platformAdmin = service.ClientFor(Roles.PlatformAdmin, hub: null);
        await OneWins(HttpStatusCode.Created, () => platformAdmin.PostAsJsonAsync("/hubs", body));
    }

    [Fact]
    public async Task A_task_force_is_formed_once()
    {
        var scene = await Scene.StartAsync(service);
        await OneWins(HttpStatusCode.Created, () => scene.HubAdmin.PostAsJsonAsync("/task-forces", Scene.NewTaskForce(scene.Hub, "Harbor")));
    }

    [Fact]
    public async Task An_agency_joins_once_and_leaves_once()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = (await scene.TaskForceAsync(), await scene.AgencyAsync());
        await OneWins(HttpStatusCode.Created, () => scene.JoinAsync(taskForce.Id, agency.Id));

        await scene.SeatAsync(taskForce.Id, agency.Id);
        var path = $"/task-forces/{taskForce.Id}/members/{agency.Id}";
        var admin = scene.As(Roles.AgencyAdmin, agency.Id);
        var etag = (await admin.GetAsync(path)).Headers.ETag;
        await OneWins(HttpStatusCode.NoContent, () => Scene.SendAsync(admin, HttpMethod.Delete, path, ifMatch: etag));
        Assert.Equal(
            ["agency-joined", "agency-left", "agency-listed", "seat-ended", "seat-taken", "task-force-formed"],
            (await scene.JournalAsync(6)).Select(entry => entry.Type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_seat_ends_once()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        var path = $"/task-forces/{taskForce.Id}/seats/{seat.Id}";
        var etag = (await scene.HubAdmin.GetAsync(path)).Headers.ETag;
        await OneWins(HttpStatusCode.OK, () => Scene.SendAsync(scene.HubAdmin, HttpMethod.Post, $"{path}/end", new { reason = "Left" }, etag));
        Assert.Equal(0, (await scene.MemberOfAsync(taskForce.Id, agency.Id)).ActiveSeats);
    }

    [Fact]
    public async Task A_representative_gets_one_alternate()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        await OneWins(HttpStatusCode.Created, () => scene.HubAdmin.PostAsJsonAsync(
            $"/task-forces/{taskForce.Id}/seats", Scene.Person(agency.Id, "Alternate Test", seat.Id)));
    }

    [Fact]
    public async Task No_seat_outlives_the_membership()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seats = Enumerable.Range(0, Presses).Select(_ => Task.Run(() =>
            scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", Scene.Person(agency.Id)))).ToList();
        var left = await scene.LeaveAsync(taskForce.Id, agency.Id);
        while (left.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed) left = await scene.LeaveAsync(taskForce.Id, agency.Id);
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);

        Assert.All(await Task.WhenAll(seats), answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        var read = await scene.HubAdmin.GetFromJsonAsync<List<SeatView>>($"/task-forces/{taskForce.Id}/seats?state=Active", Answers.Json);
        Assert.Empty(read!);
        var member = await scene.HubAdmin.GetFromJsonAsync<MemberView>($"/task-forces/{taskForce.Id}/members/{agency.Id}", Answers.Json);
        Assert.Equal(0, member!.ActiveSeats);
    }

    [Fact]
    public async Task Two_imports_of_one_file_list_each_agency_once()
    {
        var scene = await Scene.StartAsync(service);
        var organizations = Enumerable.Range(0, 40).Select(i => new { id = Guid.NewGuid(), name = $"Agency {i}" }).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => Task.Run(() =>
            scene.HubAdmin.PostAsJsonAsync(Scene.ImportPath(), organizations))));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        Assert.Equal(40, (await scene.HubAdmin.GetFromJsonAsync<List<object>>("/agencies"))!.Count);
    }

    private static async Task OneWins(HttpStatusCode won, Func<Task<HttpResponseMessage>> press)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => Task.Run(press)));
        Assert.Single(answers, answer => answer.StatusCode == won);
        foreach (var answer in answers.Where(answer => answer.StatusCode != won))
            Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{answer.StatusCode}");
    }
}
