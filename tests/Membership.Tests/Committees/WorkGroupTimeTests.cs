using System.Net;
using Contracts;
using Membership.Committees;
using Membership.Leadership;
using Membership.Reminders;
using Membership.Tests.Leadership;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Committees;

/// <summary>What the passing of days does to leadership and work groups.</summary>
[Collection(QuickService.Name)]
public sealed class WorkGroupTimeTests(QuickService service)
{
    [Fact]
    public async Task A_work_group_ends_by_itself_is_overdue_and_may_yet_be_extended_or_completed()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        var (lastWeek, yesterday) = (LeadershipScene.Today.AddDays(-7), LeadershipScene.Today.AddDays(-1));
        var group = await CommitteeTests.FormAsync(scene, CommitteeTests.Group("Protocol", "WorkGroup", yesterday, scene.Seats[0].Id, formedOn: lastWeek));
        Assert.Equal((CommitteeState.Ended, true), (group.State, group.Overdue));
        var path = $"{CommitteeTests.Committees(scene)}/{group.Id}";
        var ended = await Until.SomeAsync(
            async () => (await scene.Coordinator.GetFromJsonAsync<CommitteeView>(path, Answers.Json)) is { EndReason: not null } over ? over : null, "it is ended");
        Assert.Equal((CommitteeEndReason.TimeUp, yesterday, true), (ended.EndReason!.Value, ended.EndedOn!.Value, ended.Overdue));
        var line = Assert.Single(await scene.ChangesAsync(), change => change.Kind == StructureChangeKind.WorkGroupEnded);
        Assert.Equal((yesterday, null), (line.On, line.By));

        // What is not overdue any more is not spoken of; the new day is.
        Assert.Equal((1, yesterday), Assert.Single((await RemindersAsync(scene, ReminderKind.WorkGroupEnding, 1)).Select(said => (said.Step, said.DueOn))));
        var day = DateOnly.FromDateTime(service.Time.GetUtcNow().UtcDateTime).AddDays(5);
        var longer = await (await CommitteeTests.ExtendAsync(scene, path, day)).ReadAsync<CommitteeView>();
        Assert.Equal((CommitteeState.Active, false, null), (longer.State, longer.Overdue, longer.EndedOn));
        var aside = await RemindersAsync(scene, ReminderKind.WorkGroupEnding, 1, "&dismissed=true");
        var reminders = await RemindersAsync(scene, ReminderKind.WorkGroupEnding, 1, "&dismissed=false");
        Assert.Equal([(1, yesterday), (0, day)], aside.Concat(reminders).Select(reminder => (reminder.Step, reminder.DueOn)));
        Assert.All(aside.Concat(reminders), reminder => Assert.Equal((scene.Seats[0].AgencyId, scene.Seats[0].Id), (reminder.AgencyId!.Value, reminder.SeatId!.Value)));
        (await CommitteeTests.DoAsync(scene, path, "completion")).EnsureSuccessStatusCode();
        await GoneAsync(scene, ReminderKind.WorkGroupEnding);
    }

    [Fact]
    public async Task A_leader_is_reminded_of_the_term_and_the_coordinator_of_the_review()
    {
        var scene = await LeadershipScene.StartAsync(service, members: 1);
        var (lastYear, tomorrow) = (LeadershipScene.Today.AddMonths(-11), LeadershipScene.Today.AddDays(30));
        var arrangement = await scene.InForceAsync(LeadershipScene.Text(termMonths: 12, reviewOn: LeadershipScene.Today.AddDays(-1)), lastYear);
        var chair = (await (await scene.TakeAsync(null, lastYear, ("Chair", scene.Seats[0]))).ReadAsync<List<PositionView>>(HttpStatusCode.Created)).Single();
        Assert.True(chair.TermEndsOn <= tomorrow);

        var term = (await RemindersAsync(scene, ReminderKind.TermEnding, 1)).Single();
        Assert.Equal((chair.Id, scene.Seats[0].Id, chair.TermEndsOn), (term.SubjectId, term.SeatId!.Value, term.DueOn));
        var review = (await RemindersAsync(scene, ReminderKind.LeadershipReview, 1)).Single();
        Assert.Equal((arrangement.Id, null, 1), (review.SubjectId, review.AgencyId, review.Step));
        var own = scene.Scene.As(Roles.AgencyAdmin, scene.Seats[0].AgencyId, scene.TaskForce);
        Assert.Equal(
            [term.Id], (await own.GetFromJsonAsync<List<ReminderView>>($"/task-forces/{scene.TaskForce}/reminders", Answers.Json))!.Select(reminder => reminder.Id));

        // Looked at, and stepped down: both are settled.
        (await scene.Coordinator.PostAsJsonAsync($"{scene.Path}/review", new { nextReviewOn = LeadershipScene.Today.AddYears(1), why = "It serves us" })).EnsureSuccessStatusCode();
        await GoneAsync(scene, ReminderKind.LeadershipReview);
        (await scene.EndAsync(chair.Id, leaveVacant: true)).EnsureSuccessStatusCode();
        await GoneAsync(scene, ReminderKind.TermEnding);
    }

    private static Task GoneAsync(LeadershipScene scene, ReminderKind kind) => Until.TrueAsync(
        async () => (await scene.Coordinator.GetFromJsonAsync<List<ReminderView>>($"/task-forces/{scene.TaskForce}/reminders?kind={kind}", Answers.Json))!.Count == 0,
        $"nobody is reminded of {kind} any more");

    private static Task<List<ReminderView>> RemindersAsync(LeadershipScene scene, ReminderKind kind, int count, string query = "") => Until.SomeAsync(
        async () =>
        {
            var all = await scene.Coordinator.GetFromJsonAsync<List<ReminderView>>($"/task-forces/{scene.TaskForce}/reminders?kind={kind}{query}", Answers.Json);
            return all!.Count >= count ? all : null;
        },
        $"{count} reminders of {kind}");
}
