using System.Net;
using System.Text.Json;
using Contracts;
using Membership.Agencies;
using Membership.Participation;
using Membership.Pulse;
using Membership.Seats;
using Membership.Storage;
using Membership.Tests.Leadership;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Pulse;

/// <summary>Vignette 9: some sectors speak and lead, others attend; and how they feel about it, unseen.</summary>
[Collection(QuickService.Name)]
public sealed class VoicesInTheRoomTests(QuickService service)
{
    [Fact]
    public async Task Voices_in_the_room()
    {
        var scene = await Scene.StartAsync(service);
        var taskForce = (await scene.TaskForceAsync()).Id;
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        List<SeatView> seats = [];
        foreach (var type in new[] { AgencyType.LawEnforcement, AgencyType.Prosecutor, AgencyType.NGO, AgencyType.SurvivorLed, AgencyType.FaithBased })
        {
            var answer = await scene.HubAdmin.PostAsJsonAsync(Scene.ImportPath(AgencyClass.VictimServices, type), new { id = Guid.NewGuid(), name = $"{type}" });
            var agency = (await answer.ReadAsync<AgencyImportReport>()).Agencies.Single();
            (await scene.JoinAsync(taskForce, agency.Id)).EnsureSuccessStatusCode();
            seats.Add(await scene.SeatAsync(taskForce, agency.Id, name: $"Speaker of {type}"));
        }

        var led = new LeadershipScene(scene, taskForce, seats);
        var police = seats[0];
        await led.TakenAsync(("Chair", police), ("ViceChair", police));
        (await coordinator.PostAsJsonAsync($"/task-forces/{taskForce}/committees", new
        {
            kind = "Committee", name = "Victim services", purpose = "Serve", formedOn = LeadershipScene.Today, chairSeatId = seats[2].Id,
        })).EnsureSuccessStatusCode();

        var meeting = await (await coordinator.PostAsJsonAsync($"/task-forces/{taskForce}/meetings", new
        {
            title = "Monthly meeting", on = LeadershipScene.Today, startsAt = "10:00:00", durationMinutes = 60, timeZone = "America/New_York",
        })).ReadAsync<JsonElement>(HttpStatusCode.Created);
        (await coordinator.PostAsJsonAsync($"/task-forces/{taskForce}/meetings/{meeting.GetProperty("id").GetGuid()}/agenda", new
        {
            title = "Our operation", kind = "Report", proposedByAgencyId = police.AgencyId, sponsorAgencyId = police.AgencyId, sponsorSeatId = police.Id,
        })).EnsureSuccessStatusCode();
        (await coordinator.PostAsJsonAsync($"/task-forces/{taskForce}/action-items", new
        {
            title = "Find beds", dueOn = LeadershipScene.Today.AddDays(30), ownerAgencyId = seats[2].AgencyId,
        })).EnsureSuccessStatusCode();

        // Who sits and who leads, by sector and by agency; the survivor-led agency attends.
        var sectors = await ReadAsync("");
        Assert.Equal(Enum.GetValues<Sector>(), sectors.Select(row => row.Sector));
        Assert.Equal((1, 2, 0), Now(sectors, Sector.LawEnforcement));
        Assert.Equal((1, 0, 1), Now(sectors, Sector.VictimServices));
        Assert.Equal((1, 0, 0), Now(sectors, Sector.SurvivorActivist));
        Assert.Equal((1, 0, 0), Now(sectors, Sector.FaithCommunity));
        Assert.Equal((0, 0, 0), Now(sectors, Sector.Business));
        Assert.Equal((1, 1, 0), Spoken(sectors, Sector.LawEnforcement));
        Assert.Equal((0, 0, 1), Spoken(sectors, Sector.VictimServices));
        Assert.Equal((0, 0, 0), Spoken(sectors, Sector.SurvivorActivist));
        Assert.Equal(4, sectors[0].Periods.Count);
        Assert.All(sectors, row => Assert.Equal((0, 0), (row.Periods[0].Seats, row.Periods[0].Leaders)));
        Assert.All(sectors, row => Assert.Null(row.SurvivorsAtLeast));
        var agencies = await ReadAsync("&by=Agency");
        Assert.Equal(5, agencies.Count);
        Assert.Equal(2, agencies.Single(row => row.AgencyId == police.AgencyId).Periods[^1].Leaders);

        // An anonymous pulse: nothing while it is open, averages when it has closed, from five answers up.
        var pulse = new PulseScene(service, led);
        var round = await pulse.OpenedAsync();
        await pulse.AnsweredAsync(round.Id, 1, 2, 2, 3, 5);
        Assert.False((await pulse.ResultsAsync(round.Id)).Shown);
        await service.MoveAsync(TimeSpan.FromDays(3));
        var results = await pulse.ResultsAsync(round.Id);
        Assert.Equal((PulseState.Closed, true, 5), (results.State, results.Shown, results.Answers!.Value));
        Assert.Equal(new PulseAverages(2.6m, 4m, 5m, 2m, 3m), results.Averages);
        Assert.Equal(Enumerable.Range(0, 5).Select(seat => $"Remark {seat}"), results.Comments!.Order(StringComparer.Ordinal));

        // Four answer the next one: of it nothing is told, and no comparison has it.
        var second = await pulse.OpenedAsync();
        await pulse.AnsweredAsync(second.Id, 5, 5, 5, 5);
        var unused = await pulse.TokenAsync(second.Id, 4);
        await service.MoveAsync(TimeSpan.FromDays(3));
        var few = await pulse.ResultsAsync(second.Id);
        Assert.Equal((PulseState.Closed, false, null, null, null), (few.State, few.Shown, few.Answers, few.Averages, few.Comments));
        Assert.Equal("state-conflict", await (await pulse.AnswerAsync(unused)).ProblemAsync(HttpStatusCode.Conflict));
        var compared = await coordinator.GetFromJsonAsync<List<PulseResultsView>>($"/task-forces/{taskForce}/pulse-results", Answers.Json);
        Assert.Equal(round.Id, Assert.Single(compared!).RoundId);

        // Then it is forgotten who was given a token, which were used, and what they were made with.
        await Until.TrueAsync(() => AreGoneAsync(db => db.PulseTokensGiven.Where(given => given.RoundId == round.Id || given.RoundId == second.Id)), "who asked is forgotten");
        await Until.TrueAsync(() => AreGoneAsync(db => db.PulseTokensUsed.Where(used => used.RoundId == round.Id || used.RoundId == second.Id)), "what was used is forgotten");
        await Until.TrueAsync(() => AreGoneAsync(db => db.PulseRounds.Where(known => known.TaskForceId == taskForce && known.TokenKey != Array.Empty<byte>())), "the keys are destroyed");

        async Task<List<ParticipationRow>> ReadAsync(string query) =>
            (await scene.As(Roles.CaseWorker, seats[2].AgencyId, taskForce)
                .GetFromJsonAsync<List<ParticipationRow>>($"/task-forces/{taskForce}/participation?per=Quarter{query}", Answers.Json))!;

        static (int, int, int) Now(List<ParticipationRow> rows, Sector sector)
        {
            var now = rows.Single(row => row.Sector == sector).Periods[^1];
            return (now.Seats, now.Leaders, now.CommitteeChairs);
        }

        static (int, int, int) Spoken(List<ParticipationRow> rows, Sector sector)
        {
            var periods = rows.Single(row => row.Sector == sector).Periods;
            return (periods.Sum(period => period.AgendaItems), periods.Sum(period => period.SpeakingSponsors), periods.Sum(period => period.ActionItems));
        }
    }

    private async Task<bool> AreGoneAsync<T>(Func<MembershipDb, IQueryable<T>> rows)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        return !await rows(scope.ServiceProvider.GetRequiredService<MembershipDb>()).AnyAsync();
    }
}
