using System.Net;
using Membership.Storage;
using Membership.Tests.Pulse;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;

namespace Membership.Tests.Audit;

/// <summary>The audit is for ever; so what was promised to remain nowhere is not in it. A short list, which is here.</summary>
[Collection(MembershipOfMembers.Name)]
public sealed class LeftOutTests(MembershipService service)
{
    [Fact]
    public void Only_these_are_left_out()
    {
        string[] tables = ["AgencyNameWords", "PulseTallies", "PulseTokensGiven", "PulseTokensUsed", "SeatNameWords", "SurvivorStatuses"];
        Assert.Equal(tables, AuditWitness.LeftOut.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["DELETE /task-forces/{id:guid}/seats/{seatId:guid}/survivor-status", "POST /pulse-answers", "PUT /task-forces/{id:guid}/seats/{seatId:guid}/survivor-status"],
            service.Provided.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<NoDenialAudited>() is not null)
                .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Survivor_status_leaves_nothing_recorded_changed_asked_for_by_others_removed_or_gone_with_the_seat()
    {
        var scene = await Scene.StartAsync(service);
        var audit = new AuditScene(service, scene.Hub);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        var own = scene.As(Roles.CaseWorker, agency.Id, taskForce.Id, seat.Id);
        var path = $"/task-forces/{taskForce.Id}/seats/{seat.Id}/survivor-status";
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/task-forces")).StatusCode);
        await NothingIsAddedByAsync(scene, audit, async () =>
        {
            Assert.Equal(HttpStatusCode.NotFound, (await own.DeleteAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NoContent, (await own.PutAsJsonAsync(path, new { visibleTo = "Hub" })).StatusCode);
            Assert.Equal(HttpStatusCode.NoContent, (await own.PutAsJsonAsync(path, new { visibleTo = "TaskForce" })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await scene.HubAdmin.PutAsJsonAsync(path, new { visibleTo = "Hub" })).StatusCode);
            Assert.Equal(HttpStatusCode.NoContent, (await own.DeleteAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NoContent, (await own.PutAsJsonAsync(path, new { visibleTo = "Nobody" })).StatusCode);
        });

        // It goes with the seat: of that end the audit tells the same as of any other.
        var another = await scene.SeatAsync(taskForce.Id, agency.Id, name: "Ángela Another-Test");
        var ends = new List<string?>();
        foreach (var ended in new[] { seat.Id, another.Id })
            ends.Add(Assert.Single(await audit.AddedByAsync(async () => (await scene.EndSeatAsync(taskForce.Id, ended)).EnsureSuccessStatusCode())).Fields);
        Assert.Equal(ends[0], ends[1]);
        await using var scope = service.Provided.CreateAsyncScope();
        var words = await scope.ServiceProvider.GetRequiredService<MembershipDb>().AuditEntries.Select(entry => entry.Action + entry.Fields).ToListAsync();
        Assert.DoesNotContain(words, word => word.Contains("survivor", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_was_given_a_token_of_the_pulse_survey_and_that_somebody_answered_is_not_there()
    {
        var pulse = await PulseScene.StartAsync(service, 5);
        var audit = new AuditScene(service, pulse.Members.Scene.Hub);
        var round = await pulse.OpenedAsync();
        await NothingIsAddedByAsync(pulse.Members.Scene, audit, async () =>
        {
            await pulse.AnsweredAsync(round.Id, 1, 2, 3);
            using var named = new HttpRequestMessage(HttpMethod.Post, "/pulse-answers") { Content = JsonContent.Create(PulseScene.BodyOf("none")) };
            Assert.False((await pulse.In(4).SendAsync(named)).IsSuccessStatusCode);
        });
    }

    /// <summary>Denials are written behind the answer: so it is waited for one that comes last, and is the only one.</summary>
    private static async Task NothingIsAddedByAsync(Scene scene, AuditScene audit, Func<Task> deed)
    {
        var missing = Guid.NewGuid();
        var added = await audit.AddedByAsync(async () =>
        {
            await deed();
            Assert.Equal(HttpStatusCode.NotFound, (await scene.HubAdmin.GetAsync($"/task-forces/{missing}")).StatusCode);
            await audit.WrittenAsync(entry => entry.ResourceId == missing);
        });
        Assert.Equal(missing, Assert.Single(added).ResourceId);
    }
}
