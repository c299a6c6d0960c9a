using System.Net;
using Contracts;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Seats;

[Collection(MembershipOfMembers.Name)]
public sealed class SeatDutiesTests(MembershipService service)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task A_seat_says_how_the_person_sits_and_that_may_change_while_the_person_stays()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var taken = await scene.HubAdmin.PostAsJsonAsync($"/task-forces/{taskForce.Id}/seats", new
        {
            agencyId = agency.Id, personName = "Marisol Quiñones-Test", involvement = "RepresentingAgency", role = "Speaks for the shelters",
            authority = "WithinLimits", inCoreGroup = true, termStartsOn = Today, termEndsOn = Today.AddYears(1),
        });
        var seat = await taken.ReadAsync<SeatView>(HttpStatusCode.Created);
        Assert.Equal(("Speaks for the shelters", DecisionAuthority.WithinLimits, true), (seat.Role, seat.Authority, seat.InCoreGroup));
        Assert.Equal((Today, Today.AddYears(1)), (seat.TermStartsOn, seat.TermEndsOn));

        // The role is for those who take part; the directory of the hub shows the rest.
        var path = $"/task-forces/{taskForce.Id}/seats/{seat.Id}";
        Assert.Equal(seat.Role, (await (await scene.As(Roles.CaseWorker, taskForce: taskForce.Id).GetAsync(path)).ReadAsync<SeatView>()).Role);
        var seen = await (await scene.As(Roles.CaseWorker).GetAsync(path)).ReadAsync<SeatView>();
        Assert.Equal((null, DecisionAuthority.WithinLimits), (seen.Role, seen.Authority));

        var admin = scene.As(Roles.AgencyAdmin, agency.Id);
        var change = new { involvement = "AgencyLevel", title = "Director", authority = "Full", inCoreGroup = true };
        var changed = await (await Scene.ChangeAsync(admin, HttpMethod.Put, path, path, change)).ReadAsync<SeatView>();
        Assert.Equal((Involvement.AgencyLevel, null, DecisionAuthority.Full, null), (changed.Involvement, changed.Role, changed.Authority, changed.TermEndsOn));
        Assert.Equal(new PersonView("Marisol Quiñones-Test", "Director", null), changed.Person);
        Assert.Equal([seat.Id], (await scene.HubAdmin.GetFromJsonAsync<List<SeatView>>($"/task-forces/{taskForce.Id}/seats?inCoreGroup=true", Answers.Json))!
            .Select(listed => listed.Id));
    }

    [Fact]
    public async Task Who_may_change_a_seat_and_what_of_it()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        var path = $"/task-forces/{taskForce.Id}/seats/{seat.Id}";
        var admin = scene.As(Roles.AgencyAdmin, agency.Id);
        var valid = new { involvement = "AgencyLevel" };
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await admin.PutAsJsonAsync(path, valid)).StatusCode);
        foreach (var stranger in new[] { scene.As(Roles.AgencyAdmin), scene.As(Roles.Coordinator) })
            Assert.Equal(HttpStatusCode.Forbidden, (await Scene.ChangeAsync(stranger, HttpMethod.Put, path, path, valid)).StatusCode);
        var intoCoreGroup = new { involvement = "AgencyLevel", inCoreGroup = true };
        Assert.Equal(HttpStatusCode.Forbidden, (await Scene.ChangeAsync(admin, HttpMethod.Put, path, path, intoCoreGroup)).StatusCode);

        // Another person takes a seat of their own: the name is no part of a change.
        foreach (var (field, body) in new (string, object)[]
        {
            ("personName", new { involvement = "AgencyLevel", personName = "Somebody Else" }),
            ("termEndsOn", new { involvement = "AgencyLevel", termEndsOn = Today.AddDays(-1) }),
            ("termEndsOn", new { involvement = "AgencyLevel", termStartsOn = Today.AddDays(9), termEndsOn = Today.AddDays(8) }),
        })
        {
            Assert.Contains(field, (await (await Scene.ChangeAsync(admin, HttpMethod.Put, path, path, body)).ErrorsAsync()).Keys);
        }

        await scene.EndSeatAsync(taskForce.Id, seat.Id);
        Assert.Equal("state-conflict", await (await Scene.ChangeAsync(admin, HttpMethod.Put, path, path, valid)).ProblemAsync(HttpStatusCode.Conflict));
    }
}
