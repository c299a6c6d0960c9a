using System.Net;
using System.Text.Json;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Seats;

/// <summary>Never asked; recorded only at the person's own wish, seen as they choose, and gone when they say so.</summary>
[Collection(MembershipOfMembers.Name)]
public sealed class SurvivorStatusTests(MembershipService service)
{
    [Fact]
    public async Task It_is_seen_as_the_person_chose_and_by_nobody_else_whatever_their_role()
    {
        var (scene, taskForce, agency, seat, own) = await SeatedAsync();
        (string Who, HttpClient Client)[] viewers =
        [
            ("own", own), ("core-group", scene.As(Roles.CoreGroup, taskForce: taskForce)), ("coordinator", scene.As(Roles.Coordinator, taskForce: taskForce)),
            ("colleague", scene.As(Roles.Supervisor, agency, taskForce)), ("hub-admin", scene.HubAdmin), ("admin", scene.As(Roles.AgencyAdmin, agency)),
            ("hub", scene.As(Roles.CaseWorker)), ("other core-group", scene.As(Roles.CoreGroup)), ("funder", scene.As(Roles.Funder, taskForce: taskForce)),
        ];
        var seenBy = new Dictionary<SurvivorVisibility, string[]>
        {
            [SurvivorVisibility.Nobody] = ["own"],
            [SurvivorVisibility.CoreGroup] = ["own", "core-group"],
            [SurvivorVisibility.TaskForce] = ["own", "core-group", "coordinator", "colleague"],
            [SurvivorVisibility.Hub] = [.. viewers.Select(viewer => viewer.Who)],
        };
        var before = new Dictionary<string, string>();
        foreach (var (who, client) in viewers) before[who] = await SurfaceAsync(client);

        foreach (var (visibleTo, seers) in seenBy)
        {
            Assert.Equal(HttpStatusCode.NoContent, (await own.PutAsJsonAsync(Path(taskForce, seat), new { visibleTo = visibleTo.ToString() })).StatusCode);
            foreach (var (who, client) in viewers)
            {
                var seen = (await ReadAsync(client)).All(view => view.Survivor is not null);
                Assert.True(seen == seers.Contains(who), $"{who} sees what is for {visibleTo}: {seen}");
                // Who does not see it cannot tell it from nothing recorded, by any byte or header.
                if (!seen) Assert.Equal(before[who], await SurfaceAsync(client));
                else Assert.Equal(who == "own" ? visibleTo : null, (await ReadAsync(client))[0].Survivor!.VisibleTo);
            }
        }

        async Task<IReadOnlyList<SeatView>> ReadAsync(HttpClient client) =>
        [
            await (await client.GetAsync($"/task-forces/{taskForce}/seats/{seat}")).ReadAsync<SeatView>(),
            (await (await client.GetAsync($"/task-forces/{taskForce}/seats")).ReadAsync<List<SeatView>>()).Single(view => view.Id == seat),
        ];

        async Task<string> SurfaceAsync(HttpClient client)
        {
            var answer = await client.GetAsync($"/task-forces/{taskForce}/seats/{seat}");
            return $"{answer.StatusCode} {answer.Headers.ETag} {await answer.Content.ReadAsStringAsync()}";
        }
    }

    [Fact]
    public async Task Nobody_but_the_person_records_or_removes_it_and_to_them_there_is_nothing()
    {
        var (scene, taskForce, agency, seat, own) = await SeatedAsync();
        var another = await scene.SeatAsync(taskForce, agency, name: "Ángela Another-Test");
        HttpClient[] others =
        [
            scene.HubAdmin, scene.As(Roles.Coordinator, taskForce: taskForce), scene.As(Roles.AgencyAdmin, agency, taskForce), scene.As(Roles.CoreGroup, taskForce: taskForce),
            scene.As(Roles.CaseWorker, agency, taskForce, another.Id),
        ];
        foreach (var recorded in new[] { false, true })
        {
            if (recorded) await own.PutAsJsonAsync(Path(taskForce, seat), new { visibleTo = "Nobody" });
            foreach (var other in others)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsJsonAsync(Path(taskForce, seat), new { visibleTo = "Hub" })).StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync(Path(taskForce, seat))).StatusCode);
            }
        }

        Assert.Equal(1, await CountAsync(seat));
        Assert.Contains("visibleTo", (await (await own.PutAsJsonAsync(Path(taskForce, seat), new { })).ErrorsAsync()).Keys);
    }

    [Fact]
    public async Task While_the_agency_is_suspended_nobody_sees_it_for_the_person_could_not_take_it_back()
    {
        var (scene, taskForce, agency, seat, own) = await SeatedAsync();
        await own.PutAsJsonAsync(Path(taskForce, seat), new { visibleTo = "Hub" });
        Assert.NotNull(await SeenAsync());

        await UseAsync("suspension");
        Assert.Null(await SeenAsync());
        await UseAsync("reinstatement");
        Assert.NotNull(await SeenAsync());

        async Task<SurvivorView?> SeenAsync() => (await (await scene.HubAdmin.GetAsync($"/task-forces/{taskForce}/seats/{seat}")).ReadAsync<SeatView>()).Survivor;

        async Task UseAsync(string verb)
        {
            var member = $"/task-forces/{taskForce}/members/{agency}";
            (await Scene.ChangeAsync(scene.HubAdmin, HttpMethod.Post, $"{member}/{verb}", member, new { reason = "As agreed." })).EnsureSuccessStatusCode();
        }
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("seat ended")]
    [InlineData("agency left")]
    public async Task Removed_or_with_the_seats_end_nothing_of_it_remains_in_the_database_the_journal_or_the_kept_answers(string how)
    {
        var (scene, taskForce, agency, seat, own) = await SeatedAsync();
        await own.PutAsJsonAsync(Path(taskForce, seat), new { visibleTo = "TaskForce" });
        // The row's own id stands for all of it: it is nowhere else, and it is there as long as the row is.
        var mark = await InDatabaseAsync(db => db.SurvivorStatuses.Where(status => status.SeatId == seat).Select(status => status.Id).SingleAsync());
        var stored = mark.ToString().ToUpperInvariant();
        await Assert.ThrowsAnyAsync<Exception>(() => service.AssertNotStoredAsync(stored));

        var done = how switch
        {
            "removed" => await own.DeleteAsync(Path(taskForce, seat)),
            "seat ended" => await scene.EndSeatAsync(taskForce, seat),
            _ => await scene.LeaveAsync(taskForce, agency),
        };
        Assert.True(done.IsSuccessStatusCode);
        Assert.Equal(0, await CountAsync(seat));
        await Until.TrueAsync(
            async () =>
            {
                try
                {
                    await service.AssertNotStoredAsync(stored);
                    return true;
                }
                catch (Xunit.Sdk.XunitException)
                {
                    return false;
                }
            },
            "nothing of it is in the file or its log");
        Assert.DoesNotContain("urvivor", JsonSerializer.Serialize(await scene.JournalAsync(4)), StringComparison.Ordinal);
        if (how == "removed") Assert.Equal(HttpStatusCode.NotFound, (await own.DeleteAsync(Path(taskForce, seat))).StatusCode);
    }

    private static string Path(Guid taskForce, Guid seat) => $"/task-forces/{taskForce}/seats/{seat}/survivor-status";

    private async Task<(Scene Scene, Guid TaskForce, Guid Agency, Guid Seat, HttpClient Own)> SeatedAsync()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        return (scene, taskForce.Id, agency.Id, seat.Id, scene.As(Roles.CaseWorker, agency.Id, taskForce.Id, seat.Id));
    }

    private Task<int> CountAsync(Guid seat) => InDatabaseAsync(db => db.SurvivorStatuses.CountAsync(status => status.SeatId == seat));

    private async Task<T> InDatabaseAsync<T>(Func<MembershipDb, Task<T>> ask)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<MembershipDb>());
    }
}
