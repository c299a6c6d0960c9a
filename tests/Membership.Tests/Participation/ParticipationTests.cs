using System.Net;
using System.Text.Json;
using Membership.Meetings.Agenda;
using Membership.Participation;
using Membership.Seats;
using Membership.Storage;
using Membership.Tests.Leadership;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Participation;

public abstract class ParticipationTests(MembershipService service)
{
    [Collection(MembershipThatMeets.Name)]
    public sealed class OnSqlite(MembershipService service) : ParticipationTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : ParticipationTests(service);

    private static DateOnly Today => LeadershipScene.Today;

    [Fact]
    public async Task What_agencies_bring_up_speak_for_and_take_on_counts_in_its_period()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var (speaks, attends) = (scene.Seats[0], scene.Seats[1]);
        var meeting = await MeetingAsync(scene);
        (await scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/meetings/{meeting}/agenda", new
        {
            title = "Flyers", kind = "Discussion", proposedByAgencyId = speaks.AgencyId, sponsorAgencyId = speaks.AgencyId, sponsorSeatId = speaks.Id,
        })).EnsureSuccessStatusCode();
        (await scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/action-items", new
        {
            title = "Draft the flyer", ownerAgencyId = speaks.AgencyId, dueOn = Today.AddDays(10),
        })).EnsureSuccessStatusCode();

        var rows = await ReadAsync(scene, $"?by=Agency&per=Month&from={Today:yyyy-MM-dd}&to={Today.AddDays(31):yyyy-MM-dd}");
        Assert.Equal((1, 1, 1, 1), Sum(rows.Single(row => row.AgencyId == speaks.AgencyId)));
        Assert.Equal((1, 0, 0, 0), Sum(rows.Single(row => row.AgencyId == attends.AgencyId)));
        var sector = (await ReadAsync(scene, $"?per=Quarter&from={Today:yyyy-MM-dd}&to={Today.AddDays(31):yyyy-MM-dd}")).Single(row => row.Sector == Sector.VictimServices);
        Assert.Equal((2, 1, 1, 1), Sum(sector));

        var range = $"&per=Quarter&from={Today:yyyy-MM-dd}&to={Today.AddDays(31):yyyy-MM-dd}";
        Assert.Equal(speaks.AgencyId, Assert.Single(await ReadAsync(scene, $"?by=Agency&agencyId={speaks.AgencyId}{range}")).AgencyId);
        Assert.Equal(2, (await ReadAsync(scene, $"?by=Agency&sector=VictimServices{range}")).Count);
        Assert.Empty(await ReadAsync(scene, $"?by=Agency&sector=Other{range}"));
        Assert.Equal((2, 1, 1, 1), Sum(Assert.Single(await ReadAsync(scene, $"?sector=VictimServices{range}"))));
        Assert.Equal((1, 0, 0, 0), Sum(Assert.Single(await ReadAsync(scene, $"?sector=VictimServices&agencyId={attends.AgencyId}{range}"))));

        static (int, int, int, int) Sum(ParticipationRow row) => (
            row.Periods[0].Seats, row.Periods.Sum(period => period.AgendaItems), row.Periods.Sum(period => period.SpeakingSponsors),
            row.Periods.Sum(period => period.ActionItems));
    }

    /// <summary>Vignette 9: whoever is asked why something is late has not been let speak.</summary>
    [Fact]
    public async Task What_is_put_on_an_agenda_because_it_is_due_counts_for_nobody_as_speaking()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var late = scene.Seats[0];
        await ActionItemAsync(scene, late.AgencyId, Today.AddDays(3));
        var meeting = $"/task-forces/{scene.TaskForce}/meetings/{await MeetingAsync(scene)}";
        (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{meeting}/agenda/opening", meeting, new { commentsUntil = DateTimeOffset.UtcNow.AddDays(3) }))
            .EnsureSuccessStatusCode();
        var agenda = (await scene.Coordinator.GetFromJsonAsync<List<AgendaItemView>>($"{meeting}/agenda", Answers.Json))!;
        Assert.Equal(late.AgencyId, Assert.Single(agenda).SponsorAgencyId);

        var row = await OfAsync(scene, late.AgencyId);
        Assert.Equal((0, 0, 1), (row.Sum(period => period.SpeakingSponsors), row.Sum(period => period.AgendaItems), row.Sum(period => period.ActionItems)));
    }

    [Fact]
    public async Task What_was_taken_on_stays_taken_on_then_also_when_it_is_passed_on()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 3);
        var (first, second, third) = (scene.Seats[0].AgencyId, scene.Seats[1].AgencyId, scene.Seats[2].AgencyId);
        var item = await ActionItemAsync(scene, first, Today.AddDays(10));
        await ChangeAsync(db => db.ActionItems.Where(one => one.Id == item)
            .ExecuteUpdateAsync(one => one.SetProperty(which => which.AssignedOn, Today.AddMonths(-2))));
        await PassAsync(third);
        await PassAsync(second); // The third was a mistake of the same day.

        Assert.Equal([1, 0, 0], (await OfAsync(scene, first)).Take(3).Select(period => period.ActionItems));
        Assert.Equal([0, 0, 1], (await OfAsync(scene, second)).Take(3).Select(period => period.ActionItems));
        Assert.Equal([0, 0, 0], (await OfAsync(scene, third)).Take(3).Select(period => period.ActionItems));

        async Task PassAsync(Guid to)
        {
            var path = $"/task-forces/{scene.TaskForce}/action-items/{item}";
            (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Put, path, path, new { title = "Draft the flyer", dueOn = Today.AddDays(10), ownerAgencyId = to }))
                .EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task What_has_ended_counts_until_then_and_a_meeting_that_was_cancelled_not_at_all()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 2);
        var agency = scene.Seats[0].AgencyId;
        var (before, ended) = (Today.AddMonths(-2), Today.AddMonths(-1));
        await scene.TakenAsync(("Chair", scene.Seats[0]));
        var formed = await scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/committees", new
        {
            kind = "Committee", name = "Victim services", purpose = "Serve", formedOn = before, chairSeatId = scene.Seats[0].Id,
        });
        var committee = (await formed.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await ChangeAsync(db => db.Seats.Where(seat => seat.TaskForceId == scene.TaskForce).ExecuteUpdateAsync(seat => seat
            .SetProperty(which => which.TakenAt, Noon(before))));
        await ChangeAsync(db => db.LeadershipPositions.Where(position => position.TaskForceId == scene.TaskForce).ExecuteUpdateAsync(position => position
            .SetProperty(which => which.From, before)));
        var meeting = $"/task-forces/{scene.TaskForce}/meetings/{await MeetingAsync(scene)}";
        (await scene.Coordinator.PostAsJsonAsync($"{meeting}/agenda", new { title = "Flyers", kind = "Report", proposedByAgencyId = agency, sponsorAgencyId = agency }))
            .EnsureSuccessStatusCode();
        Assert.Equal([(1, 1, 1), (1, 1, 1), (1, 1, 1)], Held(await OfAsync(scene, agency)));
        Assert.Equal((1, 1), Said(await OfAsync(scene, agency)));

        await ChangeAsync(db => db.Seats.Where(seat => seat.Id == scene.Seats[0].Id).ExecuteUpdateAsync(seat => seat
            .SetProperty(which => which.EndedAt, (DateTimeOffset?)Noon(ended))));
        await ChangeAsync(db => db.LeadershipPositions.Where(position => position.TaskForceId == scene.TaskForce).ExecuteUpdateAsync(position => position
            .SetProperty(which => which.EndedOn, (DateOnly?)ended)));
        await ChangeAsync(db => db.Committees.Where(one => one.Id == committee).ExecuteUpdateAsync(one => one.SetProperty(which => which.EndedOn, (DateOnly?)ended)));
        (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{meeting}/cancellation", meeting, new { reason = "A storm." })).EnsureSuccessStatusCode();
        Assert.Equal([(1, 1, 1), (0, 0, 0), (0, 0, 0)], Held(await OfAsync(scene, agency)));
        Assert.Equal((0, 0), Said(await OfAsync(scene, agency)));

        static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

        // At the end of each month: of the one that is not over, today.
        static IEnumerable<(int, int, int)> Held(IEnumerable<PeriodParticipation> periods) =>
            periods.Take(3).Select(period => (period.Seats, period.Leaders, period.CommitteeChairs));

        static (int, int) Said(IReadOnlyCollection<PeriodParticipation> periods) =>
            (periods.Sum(period => period.AgendaItems), periods.Sum(period => period.SpeakingSponsors));
    }

    [Fact]
    public async Task It_is_read_page_by_page_with_as_many_queries_for_many_as_for_one()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 5);
        var first = await scene.Coordinator.GetAsync($"/task-forces/{scene.TaskForce}/participation?by=Agency&take=3");
        Assert.Equal(3, (await first.ReadAsync<List<ParticipationRow>>()).Count);
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        Assert.Equal(2, (await ReadAsync(scene, next)).Count);
        var sectors = await scene.Coordinator.GetAsync($"/task-forces/{scene.TaskForce}/participation?take=7");
        Assert.Equal(
            Enum.GetValues<Sector>(),
            [.. (await sectors.ReadAsync<List<ParticipationRow>>()).Select(row => row.Sector), .. (await ReadAsync(scene, sectors.Headers.GetValues("Link").Single().Split('<', '>')[1])).Select(row => row.Sector)]);
        // A context remembers for a second that nobody listened: until then it tells of none, or of a part.
        using var queries = new QueriesOf(scene.TaskForce);
        await Until.TrueAsync(
            async () => (await QueriesAsync(scene, queries, take: 1), await QueriesAsync(scene, queries, take: 5)) is var (one, five) && one == five && five is > 6 and < 10,
            "as many queries for five as for one");
    }

    [Theory]
    [InlineData("?from=2026-05-01&to=2026-04-30")]
    [InlineData("?from=2020-01-01&to=2026-01-01&per=Month")]
    [InlineData("?from=0001-01-01&to=0001-02-01")]
    [InlineData("?to=9999-12-31&from=9999-12-01")]
    public async Task Of_a_range_that_is_none_or_too_long_nothing_is_shown(string query)
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        var answer = await scene.Coordinator.GetAsync($"/task-forces/{scene.TaskForce}/participation{query}");
        Assert.Contains("from", (await answer.ErrorsAsync()).Keys);
    }

    [Fact]
    public async Task Survivors_are_counted_only_as_they_chose_in_steps_of_eleven_and_for_nobody_outside()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 13);
        for (var seat = 0; seat < 13; seat++)
        {
            // Two of thirteen chose that only the core group, or nobody, may know.
            var visibility = seat switch { 0 => SurvivorVisibility.Nobody, 1 => SurvivorVisibility.CoreGroup, 2 => SurvivorVisibility.Hub, _ => SurvivorVisibility.TaskForce };
            Assert.Null(await SurvivorsAsync());
            await RecordAsync(scene.Seats[seat].Id, visibility);
        }

        Assert.Equal(11, await SurvivorsAsync());
        // Beside one agency's numbers it would be read as that agency's.
        Assert.Null((await ReadAsync(scene, $"?sector=SurvivorActivist&agencyId={scene.Seats[2].AgencyId}")).Single().SurvivorsAtLeast);
        (await scene.Scene.EndSeatAsync(scene.TaskForce, scene.Seats[5].Id)).EnsureSuccessStatusCode();
        Assert.Null(await SurvivorsAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.Scene.As(Roles.Funder, taskForce: scene.TaskForce)
            .GetAsync($"/task-forces/{scene.TaskForce}/participation")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Scene.As(Roles.Coordinator).GetAsync($"/task-forces/{scene.TaskForce}/participation")).StatusCode);

        async Task<int?> SurvivorsAsync()
        {
            var rows = await ReadAsync(scene, "");
            Assert.All(rows.Where(row => row.Sector != Sector.SurvivorActivist), row => Assert.Null(row.SurvivorsAtLeast));
            return rows.Single(row => row.Sector == Sector.SurvivorActivist).SurvivorsAtLeast;
        }

        async Task RecordAsync(Guid seat, SurvivorVisibility visibleTo)
        {
            await using var scope = service.Provided.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
            db.SurvivorStatuses.Add(SurvivorStatus.Record(await db.Seats.SingleAsync(taken => taken.Id == seat), visibleTo));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>The month before last, the last, this one, and what follows.</summary>
    private static async Task<IReadOnlyList<PeriodParticipation>> OfAsync(LeadershipScene scene, Guid agency)
    {
        var row = (await ReadAsync(scene, $"?by=Agency&per=Month&from={Today.AddMonths(-2):yyyy-MM-dd}&to={Today.AddDays(31):yyyy-MM-dd}")).Single(row => row.AgencyId == agency);
        return row.Periods;
    }

    private static async Task<Guid> ActionItemAsync(LeadershipScene scene, Guid owner, DateOnly dueOn)
    {
        var answer = await scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/action-items", new { title = "Draft the flyer", ownerAgencyId = owner, dueOn });
        return (await answer.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private async Task ChangeAsync(Func<MembershipDb, Task<int>> change)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        Assert.NotEqual(0, await change(scope.ServiceProvider.GetRequiredService<MembershipDb>()));
    }

    private static async Task<List<ParticipationRow>> ReadAsync(LeadershipScene scene, string query) =>
        (await scene.Coordinator.GetFromJsonAsync<List<ParticipationRow>>($"/task-forces/{scene.TaskForce}/participation{query}", Answers.Json))!;

    private static async Task<Guid> MeetingAsync(LeadershipScene scene)
    {
        var answer = await scene.Coordinator.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/meetings", new
        {
            title = "Monthly meeting", on = Today.AddDays(7), startsAt = "10:00:00", durationMinutes = 60, timeZone = "America/New_York",
        });
        return (await answer.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private static async Task<int> QueriesAsync(LeadershipScene scene, QueriesOf queries, int take)
    {
        queries.Restart();
        Assert.Equal(take, (await ReadAsync(scene, $"?by=Agency&take={take}")).Count);
        return queries.Count;
    }
}
