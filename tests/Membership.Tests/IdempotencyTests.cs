using System.Net;
using Membership.Seats;
using Testing;

namespace Membership.Tests;

public abstract class IdempotencyTests(MembershipService service)
{
    [Collection(MembershipService.Name)]
    public sealed class OnSqlite(MembershipService service) : IdempotencyTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : IdempotencyTests(service);

    [NeedsSqlServer, Collection(MembershipOnSqlServer.Name)]
    public sealed class OnSqlServer(MembershipService.OnSqlServer service) : IdempotencyTests(service);

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_seats_nobody_twice()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var (path, key) = ($"/task-forces/{taskForce.Id}/seats", $"{Guid.NewGuid()}");

        var first = await Send(Scene.Person(agency.Id));
        var again = await Send(Scene.Person(agency.Id));
        Assert.Equal((await first.ReadAsync<SeatView>(HttpStatusCode.Created)).Id, (await again.ReadAsync<SeatView>(HttpStatusCode.Created)).Id);
        Assert.Equal((first.Headers.ETag, first.Headers.Location), (again.Headers.ETag, again.Headers.Location));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(Scene.Person(agency.Id, "Somebody Else"))).StatusCode);
        Assert.Equal(1, (await scene.MemberOfAsync(taskForce.Id, agency.Id)).ActiveSeats);

        Task<HttpResponseMessage> Send(object body) => scene.HubAdmin.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", $"\"{key}\"" } },
        });
    }

    [Fact]
    public async Task A_refusal_with_a_key_leaves_the_service_well()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        for (var i = 0; i < 2; i++)
        {
            var answer = await scene.HubAdmin.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/task-forces/{taskForce.Id}/members")
            {
                Content = JsonContent.Create(new { agencyId = agency.Id }), Headers = { { "Idempotency-Key", $"\"{Guid.NewGuid()}\"" } },
            });
            Assert.Equal("already-a-member", await answer.ProblemAsync(HttpStatusCode.Conflict));
        }
    }
}
