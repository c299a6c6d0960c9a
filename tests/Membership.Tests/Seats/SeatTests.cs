using System.Net;
using Contracts;
using Membership.Members;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Seats;

[Collection(MembershipOfMembers.Name)]
public sealed class SeatTests(MembershipService service)
{
    [Fact]
    public async Task Who_sits_there_is_shown_to_those_who_work_with_the_seat_and_to_nobody_else()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        Assert.Equal(new PersonView("Marisol Quiñones-Test", "Program director", "marisol@open-door.example"), seat.Person);

        var mayKnow = new[]
        {
            scene.HubAdmin, scene.As(Roles.Coordinator, taskForce: taskForce.Id), scene.As(Roles.CoreGroup, taskForce: taskForce.Id),
            scene.As(Roles.AgencyAdmin, agency: agency.Id),
        };
        // Platform roles belong to no hub: to them the task force is not there.
        var mayNot = Roles.All.Except([Roles.HubAdmin, Roles.PlatformAdmin, Roles.Ops, Roles.Service]).Select(role => scene.As(role)).Concat(
        [
            scene.As(Roles.Coordinator, taskForce: Guid.NewGuid()), scene.As(Roles.CoreGroup, agency: agency.Id),
            scene.As(Roles.AgencyAdmin, agency: Guid.NewGuid(), taskForce: taskForce.Id), scene.As(Roles.CaseWorker, agency.Id, taskForce.Id),
        ]);
        foreach (var client in mayKnow) Assert.All(await Read(client), read => Assert.NotNull(read.Person));
        foreach (var client in mayNot) Assert.All(await Read(client), read => Assert.Null(read.Person));

        async Task<SeatView[]> Read(HttpClient client)
        {
            var path = $"/task-forces/{taskForce.Id}/seats";
            var listed = await client.GetFromJsonAsync<List<SeatView>>(path, Answers.Json);
            return [listed!.Single(listedSeat => listedSeat.Id == seat.Id), (await client.GetFromJsonAsync<SeatView>($"{path}/{seat.Id}", Answers.Json))!];
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(30, false)]
    public async Task A_seat_whose_term_is_over_says_so_until_it_is_ended(int days, bool over)
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        await using (var scope = service.Provided.CreateAsyncScope())
        {
            // As if the days had passed.
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().Seats.Where(taken => taken.Id == seat.Id)
                .ExecuteUpdateAsync(taken => taken.SetProperty(row => row.TermEndsOn, today.AddDays(days)));
        }

        var read = await ReadAsync();
        Assert.Equal((today.AddDays(days), over), (read.TermEndsOn, read.TermOver));
        await scene.EndSeatAsync(taskForce.Id, seat.Id, "TermEnded");
        Assert.False((await ReadAsync()).TermOver);

        async Task<SeatView> ReadAsync() =>
            (await scene.HubAdmin.GetFromJsonAsync<SeatView>($"/task-forces/{taskForce.Id}/seats/{seat.Id}", Answers.Json))!;
    }

    [Fact]
    public async Task A_members_list_shows_who_depends_on_one_person_and_who_has_nobody()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        await Expect(orphaned: true, onePerson: false);
        var chair = await scene.SeatAsync(taskForce.Id, agency.Id);
        await Expect(orphaned: false, onePerson: true);
        // The same person once more is nobody else.
        var second = await scene.SeatAsync(taskForce.Id, agency.Id);
        await Expect(orphaned: false, onePerson: true);
        await scene.EndSeatAsync(taskForce.Id, second.Id);
        var alternate = await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: chair.Id, name: "Ángela Alternate-Test");
        await Expect(orphaned: false, onePerson: false);

        var ended = await (await scene.EndSeatAsync(taskForce.Id, chair.Id)).ReadAsync<EndedSeatView>();
        Assert.Equal((SeatState.Ended, SeatEndReason.Moved), (ended.Seat.State, ended.Seat.EndReason));
        Assert.Equal(alternate.Id, ended.SuccessorCandidate?.Id);
        await Expect(orphaned: false, onePerson: true, alternate.Id);

        var last = await (await scene.EndSeatAsync(taskForce.Id, alternate.Id)).ReadAsync<EndedSeatView>();
        Assert.Null(last.SuccessorCandidate);
        await Expect(orphaned: true, onePerson: false);

        async Task Expect(bool orphaned, bool onePerson, params Guid[] candidates)
        {
            var member = await scene.MemberOfAsync(taskForce.Id, agency.Id);
            Assert.Equal((orphaned, onePerson), (member.Orphaned, member.DependsOnOnePerson));
            foreach (var dependent in new[] { true, false })
            {
                var listed = await scene.HubAdmin.GetFromJsonAsync<List<MemberView>>(
                    $"/task-forces/{taskForce.Id}/members?dependsOnOnePerson={dependent}", Answers.Json);
                Assert.Equal(onePerson == dependent, listed!.Count == 1);
            }

            Assert.Equal(candidates, member.SuccessorCandidates);
        }
    }

    [Fact]
    public async Task A_seat_ends_once_with_a_reason_and_its_present_version()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        var path = $"/task-forces/{taskForce.Id}/seats/{seat.Id}";

        var blind = await Scene.SendAsync(scene.HubAdmin, HttpMethod.Post, $"{path}/end", new { reason = "Moved" });
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Scene.ChangeAsync(scene.HubAdmin, HttpMethod.Post, $"{path}/end", path, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await scene.EndSeatAsync(taskForce.Id, seat.Id, "Bored")).StatusCode);
        Assert.Equal("reason", (await (await scene.EndSeatAsync(taskForce.Id, seat.Id, "AgencyLeft")).ErrorsAsync()).Keys.Single());

        var read = await scene.HubAdmin.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, (await scene.EndSeatAsync(taskForce.Id, seat.Id)).StatusCode);
        var stale = await Scene.SendAsync(scene.HubAdmin, HttpMethod.Post, $"{path}/end", new { reason = "Moved" }, read.Headers.ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("state-conflict", await (await scene.EndSeatAsync(taskForce.Id, seat.Id)).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task An_agencys_admin_seats_and_ends_for_its_own_agency_only()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var admin = scene.As(Roles.AgencyAdmin, agency: agency.Id);
        var taken = await admin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", Scene.Person(agency.Id));
        var seat = await taken.ReadAsync<SeatView>(HttpStatusCode.Created);

        var stranger = scene.As(Roles.AgencyAdmin, agency: Guid.NewGuid());
        var path = $"/task-forces/{taskForce.Id}/seats/{seat.Id}";
        var seated = await stranger.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", Scene.Person(agency.Id));
        Assert.Equal(HttpStatusCode.Forbidden, seated.StatusCode);
        var body = new { reason = "Removed" };
        Assert.Equal(HttpStatusCode.Forbidden, (await Scene.ChangeAsync(stranger, HttpMethod.Post, $"{path}/end", path, body)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Scene.ChangeAsync(admin, HttpMethod.Post, $"{path}/end", path, body)).StatusCode);
    }

    [Fact]
    public async Task An_alternate_stands_in_for_one_present_representative_of_its_agency()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var other = await scene.AgencyAsync(AgencyClass.LawEnforcement, "City police");
        await scene.JoinAsync(taskForce.Id, other.Id);
        var chair = await scene.SeatAsync(taskForce.Id, agency.Id);
        var alternate = await scene.SeatAsync(taskForce.Id, agency.Id, alternateFor: chair.Id);

        Assert.Equal("alternate-exists", await (await Seat(agency.Id, chair.Id)).ProblemAsync(HttpStatusCode.Conflict));
        foreach (var (of, standsInFor) in new[] { (other.Id, chair.Id), (agency.Id, alternate.Id), (agency.Id, Guid.NewGuid()) })
            Assert.Equal("alternateForSeatId", (await (await Seat(of, standsInFor)).ErrorsAsync()).Keys.Single());
        await scene.EndSeatAsync(taskForce.Id, chair.Id);
        Assert.Equal("alternateForSeatId", (await (await Seat(agency.Id, chair.Id)).ErrorsAsync()).Keys.Single());

        Task<HttpResponseMessage> Seat(Guid of, Guid standsInFor) =>
            scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", Scene.Person(of, alternateFor: standsInFor));
    }

    [Fact]
    public async Task Only_a_member_has_seats()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        await scene.LeaveAsync(taskForce.Id, agency.Id);
        foreach (var id in new[] { agency.Id, (await scene.AgencyAsync()).Id, Guid.NewGuid() })
        {
            var seated = await scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", Scene.Person(id));
            Assert.Equal("not-a-member", await seated.ProblemAsync(HttpStatusCode.Conflict));
        }
    }

    [Theory]
    [InlineData("personName", "")]
    [InlineData("personName", null)]
    [InlineData("email", "not an address")]
    [InlineData("title", "a\u0000b")]
    [InlineData("involvement", "Sometimes")]
    [InlineData("involvement", null)]
    [InlineData("termEndsOn", "2004-01-31")]
    [InlineData("agencyId", null)]
    [InlineData("homeAddress", "1 Main Street")]
    public async Task A_bad_seat_is_refused_and_nothing_sent_is_repeated(string field, string? value)
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var body = new Dictionary<string, object?>
        {
            ["agencyId"] = agency.Id, ["personName"] = "Marisol Quiñones-Test", ["involvement"] = "AgencyLevel", [field] = value,
        };
        var answer = await scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", body);
        await answer.ProblemAsync(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Marisol", text, StringComparison.Ordinal);
        if (!string.IsNullOrEmpty(value)) Assert.DoesNotContain(value, text, StringComparison.Ordinal);
    }
}
