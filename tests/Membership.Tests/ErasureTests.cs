using Membership.Storage;
using Membership.Tests.Pulse;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests;

/// <summary>What is gone for every query is gone from the files of the database, too.</summary>
public abstract class ErasureTests(MembershipService service)
{
    [Collection(MembershipThatMeets.Name)]
    public sealed class OnSqlite(MembershipService service) : ErasureTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : ErasureTests(service);

    /// <summary>Two versions of the sums, side by side, are one person's answer.</summary>
    [Fact]
    public async Task The_sums_of_a_survey_before_an_answer_are_nowhere_behind_it()
    {
        var scene = await PulseScene.StartAsync(service, members: 5);
        var round = await scene.OpenedAsync();
        var tally = await InDatabaseAsync(db => db.PulseTallies.Where(tally => tally.RoundId == round.Id).Select(tally => tally.Id).SingleAsync());
        await scene.AnsweredAsync(round.Id, 1, 2, 3, 4, 5);

        // In SQLite's one file the row's key stands beside the row.
        var once = await InDatabaseAsync(db => Task.FromResult(db.Database.IsSqlite() ? 2 : 1));
        await Until.TrueAsync(async () => await service.TimesStoredAsync("PulseTallies", tally) == once, "one version is left", TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task That_somebody_was_a_survivor_is_nowhere_once_they_remove_it()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        var (own, path) = (scene.As(Roles.CaseWorker, agency.Id, taskForce.Id, seat.Id), $"/task-forces/{taskForce.Id}/seats/{seat.Id}/survivor-status");
        foreach (var visibleTo in new[] { "Hub", "TaskForce", "Nobody" }) (await own.PutAsJsonAsync(path, new { visibleTo })).EnsureSuccessStatusCode();
        var status = await InDatabaseAsync(db => db.SurvivorStatuses.Where(status => status.SeatId == seat.Id).Select(status => status.Id).SingleAsync());
        Assert.True(await service.TimesStoredAsync("SurvivorStatuses", status) > 0);

        (await own.DeleteAsync(path)).EnsureSuccessStatusCode();
        await Until.TrueAsync(async () => await service.TimesStoredAsync("SurvivorStatuses", status) == 0, "nothing is left", TimeSpan.FromSeconds(30));
    }

    private async Task<T> InDatabaseAsync<T>(Func<MembershipDb, Task<T>> ask)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<MembershipDb>());
    }
}
