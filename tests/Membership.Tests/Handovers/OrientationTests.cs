using System.Net;
using System.Text.Json;
using Membership.Handovers;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Handovers;

[Collection(MembershipOfMembers.Name)]
public sealed class OrientationTests(MembershipService service)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task Whoever_takes_over_a_seat_is_shown_everything_ticked_off_with_the_day_and_by_whom()
    {
        var (scene, taskForce, agency, steering, successor) = await SucceededAsync();
        var own = scene.As(Roles.CaseWorker, agency, taskForce, successor);
        var orientation = (await (await own.GetAsync($"/task-forces/{taskForce}/orientations?state=Open")).ReadAsync<List<OrientationView>>()).Single();
        Assert.Equal((successor, OrientationState.Open, Today), (orientation.SeatId, orientation.State, orientation.OpenedOn));
        Assert.Null(orientation.CoursesDue);
        Assert.Equal(
            [OrientationTopic.Role, OrientationTopic.Courses, OrientationTopic.Person, OrientationTopic.RideAlong], orientation.Items.Select(item => item.Topic));
        // Whom to meet is told to the one who is to meet them, by name.
        var person = orientation.Items.Single(item => item.Topic == OrientationTopic.Person);
        Assert.Equal((steering, "Carmen Core-Test"), (person.AboutId, person.PersonName));
        var colleague = scene.As(Roles.Supervisor, agency, taskForce);
        var path = $"/task-forces/{taskForce}/orientations/{orientation.Id}";
        Assert.All((await (await colleague.GetAsync(path)).ReadAsync<OrientationView>()).Items, item => Assert.Null(item.PersonName));

        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        Assert.Equal(HttpStatusCode.Forbidden, (await AddAsync(colleague)).StatusCode);
        Assert.Equal(5, (await (await AddAsync(coordinator)).ReadAsync<OrientationView>()).Items.Count);
        var described = await Scene.ChangeAsync(coordinator, HttpMethod.Put, $"{path}/items/{orientation.Items[3].Id}/text", path, new { text = "A night shift at the shelter." });
        Assert.Equal("A night shift at the shelter.", (await described.ReadAsync<OrientationView>()).Items[3].Text);
        Assert.Equal(HttpStatusCode.NotFound, (await TickAsync(colleague, path, 1)).StatusCode);
        Assert.Contains("doneOn", (await (await TickAsync(own, path, 1, Today.AddDays(2))).ErrorsAsync()).Keys);
        Assert.Equal(HttpStatusCode.NotFound, (await TickAsync(own, path, 6)).StatusCode);

        var first = await (await TickAsync(own, path, 1)).ReadAsync<OrientationView>();
        Assert.Equal((Today, successor), (first.Items[0].DoneOn, first.Items[0].DoneBySeatId));
        Assert.Equal("ticked-off-already", await (await TickAsync(own, path, 1)).ProblemAsync(HttpStatusCode.Conflict));
        foreach (var number in new[] { 2, 3, 4 }) Assert.Equal(OrientationState.Open, (await (await TickAsync(own, path, number)).ReadAsync<OrientationView>()).State);
        var last = await (await TickAsync(scene.As(Roles.AgencyAdmin, agency, taskForce), path, 5)).ReadAsync<OrientationView>();
        Assert.Equal((OrientationState.Completed, Today), (last.State, last.CompletedOn));
        Assert.Equal("state-conflict", await (await AddAsync(coordinator)).ProblemAsync(HttpStatusCode.Conflict));

        var journal = await service.JournalAsync(scene.Hub, 1, entry => entry.Type == "orientation-completed");
        Assert.Single(journal, entry => entry.Type == "orientation-opened");
        var text = JsonSerializer.Serialize(journal);
        foreach (var said in new[] { "Carmen", "night shift", "confidentiality" }) Assert.DoesNotContain(said, text, StringComparison.OrdinalIgnoreCase);

        Task<HttpResponseMessage> AddAsync(HttpClient by) =>
            Scene.ChangeAsync(by, HttpMethod.Post, $"{path}/items", path, new { text = "Read our confidentiality policy." });
    }

    [Fact]
    public async Task It_is_for_the_agency_those_who_run_the_task_force_and_its_core_group_and_breaks_off_with_the_seat()
    {
        var (scene, taskForce, agency, _, successor) = await SucceededAsync();
        var list = $"/task-forces/{taskForce}/orientations";
        var id = (await (await scene.HubAdmin.GetAsync(list)).ReadAsync<List<OrientationView>>()).Single().Id;
        foreach (var reader in new[] { scene.As(Roles.CoreGroup, taskForce: taskForce), scene.As(Roles.CaseWorker, agency, taskForce) })
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{list}/{id}")).StatusCode);
        var other = scene.As(Roles.CaseWorker, taskForce: taskForce);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{list}/{id}")).StatusCode);
        Assert.Empty(await (await other.GetAsync(list)).ReadAsync<List<OrientationView>>());
        Assert.Equal(HttpStatusCode.NotFound, (await scene.As(Roles.CaseWorker, agency).GetAsync(list)).StatusCode);

        await scene.EndSeatAsync(taskForce, successor);
        var ended = await (await scene.HubAdmin.GetAsync($"{list}/{id}")).ReadAsync<OrientationView>();
        Assert.Equal(OrientationState.Ended, ended.State);
        Assert.Equal("state-conflict", await (await TickAsync(scene.HubAdmin, $"{list}/{id}", 1)).ProblemAsync(HttpStatusCode.Conflict));
        foreach (var (state, count) in new[] { ("Open", 0), ("Completed", 0), ("Ended", 1) })
            Assert.Equal(count, (await (await scene.HubAdmin.GetAsync($"{list}?state={state}")).ReadAsync<List<OrientationView>>()).Count);
    }

    /// <summary>Somebody of the core group in another agency; and somebody who took over a seat in this one.</summary>
    private async Task<(Scene Scene, Guid TaskForce, Guid Agency, Guid Steering, Guid Successor)> SucceededAsync()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var other = await scene.AgencyAsync(name: "Steering");
        await scene.JoinAsync(taskForce.Id, other.Id);
        var seated = await scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", new
        {
            agencyId = other.Id, personName = "Carmen Core-Test", involvement = "AgencyLevel", inCoreGroup = true,
        });
        var steering = await seated.ReadAsync<SeatView>(HttpStatusCode.Created);
        var gone = await scene.SeatAsync(taskForce.Id, agency.Id);
        await scene.EndSeatAsync(taskForce.Id, gone.Id);
        return (scene, taskForce.Id, agency.Id, steering.Id, (await scene.SeatAsync(taskForce.Id, agency.Id, name: "Sofía Successor-Test")).Id);
    }

    /// <summary>The item by its place in the list; one that is not there where there are fewer.</summary>
    private static async Task<HttpResponseMessage> TickAsync(HttpClient by, string path, int number, DateOnly? doneOn = null)
    {
        var items = (await (await by.GetAsync(path)).ReadAsync<OrientationView>()).Items;
        var item = items.SingleOrDefault(item => item.Number == number)?.Id ?? Guid.NewGuid();
        return await Scene.ChangeAsync(by, HttpMethod.Post, $"{path}/items/{item}/completion", path, new { doneOn = doneOn ?? Today });
    }
}
