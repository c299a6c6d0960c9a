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
        Assert.Equal(yesterday, Assert.Single(await scene.ChangesAsync(), change => change.Kind == StructureChangeKind.WorkGroupEnded).On);

        // Said before it is extended: what is not overdue any more is not spoken of.
        await RemindersAsync(scene, ReminderKind.WorkGroupEnding, 1);
        var day = DateOnly.FromDateTime(service.Time.GetUtcNow().UtcDateTime).AddDays(5);
        var longer = await (await CommitteeTests.ExtendAsync(scene, path, day)).ReadAsync<CommitteeView>();
        Assert.Equal((CommitteeState.Active, false, null), (longer.State, longer.Overdue, longer.EndedOn));
        var reminders = await RemindersAsync(scene, ReminderKind.WorkGroupEnding, 2);
        Assert.Equal([(1, yesterday), (0, day)], reminders.OrderBy(reminder => reminder.DueOn).Select(reminder => (reminder.Step, reminder.DueOn)));
        Assert.All(reminders, reminder => Assert.Equal((scene.Seats[0].AgencyId, scene.Seats[0].Id), (reminder.AgencyId!.Value, reminder.SeatId!.Value)));
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
    }

    private static Task<List<ReminderView>> RemindersAsync(LeadershipScene scene, ReminderKind kind, int count) => Until.SomeAsync(
        async () =>
        {
            var all = await scene.Coordinator.GetFromJsonAsync<List<ReminderView>>($"/task-forces/{scene.TaskForce}/reminders?kind={kind}", Answers.Json);
            return all!.Count >= count ? all : null;
        },
        $"{count} reminders of {kind}");
}
