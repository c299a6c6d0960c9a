using System.Net;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>The facts of a case, and a person's name, would lie for a day beside the key of whoever asked.</summary>
    [Fact]
    public async Task What_is_only_asked_by_post_is_answered_anew_and_kept_nowhere()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        await scene.SeatAsync(taskForce.Id, agency.Id);
        var kept = await KeptAsync();
        foreach (var (path, body) in new (string, object)[] { ($"/task-forces/{taskForce.Id}/routing", new { }), ("/representatives/search", new { name = "Marisol" }) })
        {
            var key = $"{Guid.NewGuid()}";
            foreach (var sent in new[] { body, body, path.EndsWith("search", StringComparison.Ordinal) ? new { name = "Quiñones" } : new { minors = true } })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(sent), Headers = { { "Idempotency-Key", key } } };
                Assert.Equal(HttpStatusCode.OK, (await scene.HubAdmin.SendAsync(request)).StatusCode);
            }
        }

        Assert.Equal(kept, await KeptAsync());

        async Task<int> KeptAsync()
        {
            await using var scope = service.Provided.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<MembershipDb>().KeptAnswers.CountAsync();
        }
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
