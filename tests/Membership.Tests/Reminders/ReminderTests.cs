using System.Net;
using Contracts;
using Membership.Agreements;
using Membership.Reminders;
using Membership.Tests.Agreements;
using Membership.Tests.Commitments;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Reminders;

/// <summary>What is due is said in good time, gently and once: whoever looks, how often, and after a restart.</summary>
[Collection(RemindingService.Name)]
public sealed class ReminderTests(RemindingService service)
{
    [Fact]
    public async Task A_commitment_is_spoken_of_in_three_gentle_steps_until_it_is_kept()
    {
        var scene = await CommitmentScene.StartAsync(service);
        var (attending, other) = (scene.Agencies[0], scene.Agencies[1]);
        var commitment = await scene.PledgeAsync(period: "Quarter");
        var end = commitment.StartsOn.AddMonths(3).AddDays(-1);
        await (await scene.FulfilAsync(commitment.Id, attending, scene.Coordinator)).ReadAsync<Membership.Commitments.FulfilmentView>(HttpStatusCode.Created);

        foreach (var (days, steps) in new[] { (65, new[] { 1 }), (65, [1]), (end.DayNumber - commitment.StartsOn.DayNumber - 2, [1, 2]), (95, [1, 2, 3]) })
        {
            var said = await service.SaidInAsync(days, scene.TaskForce, steps.Length);
            Assert.Equal(steps, said.Select(reminder => reminder.Step).Order());
            Assert.All(said, reminder => Assert.Equal(
                ((Guid?)other, ReminderKind.CommitmentDue, commitment.Id, end), (reminder.AgencyId, reminder.Kind, reminder.SubjectId, reminder.DueOn)));
        }

        Assert.Equal(3, await service.ToldAsync(scene.Scene.Hub, "reminder-raised"));
    }

    [Fact]
    public async Task A_renewal_is_spoken_of_90_60_and_30_days_before_the_end_and_the_end_is_noted_once()
    {
        var scene = await AgreementScene.StartAsync(service);
        var agreement = await scene.EffectiveAsync(expiresOn: AgreementScene.Today.AddDays(100));
        var late = await AgreementScene.StartAsync(service);
        await late.EffectiveAsync(expiresOn: AgreementScene.Today.AddDays(20));

        // Both parties and the coordinator; of what ends in 20 days they hear once, not three times.
        Assert.All(await service.SaidInAsync(0, late.TaskForce, 3), reminder => Assert.Equal(30, reminder.Step));
        foreach (var (days, steps) in new[] { (10, new[] { 90 }), (41, [60, 90]), (75, [30, 60, 90]) })
        {
            var said = await service.SaidInAsync(days, scene.TaskForce, 3 * steps.Length);
            Assert.Equal(steps, said.Select(reminder => reminder.Step).Distinct().Order());
            Assert.Equal(3 * steps.Length, said.Count);
            Assert.All(said, reminder => Assert.Equal((ReminderKind.AgreementRenewal, agreement.Id), (reminder.Kind, reminder.SubjectId)));
        }

        await service.StartAgainAsync();
        await service.SaidInAsync(75, scene.TaskForce, 9);
        service.Time.Move(TimeSpan.FromDays(101));
        await Until.TrueAsync(async () => await service.ToldAsync(scene.Scene.Hub, "agreement-expired") > 0, "the end is noted");
        service.Time.Move(TimeSpan.FromDays(-101));
        Assert.Equal(AgreementState.Expired, (await scene.ReadAsync(agreement.Id)).State);
        Assert.Equal(agreement.Id, Assert.Single(await scene.ListAsync("state=Expired")).Id);
        Assert.Equal("state-conflict", await (await scene.DoAsync(agreement.Id, "versions", new { note = "Too late", terms = AgreementScene.Terms() }))
            .ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal((9, 9, 1), (
            (await service.SaidAsync(scene.TaskForce)).Count, await service.ToldAsync(scene.Scene.Hub, "reminder-raised"),
            await service.ToldAsync(scene.Scene.Hub, "agreement-expired")));
    }

    [Fact]
    public async Task Who_is_asked_to_sign_is_reminded_and_who_awaits_its_board_only_after_the_day_that_it_named()
    {
        var scene = await AgreementScene.StartAsync(service);
        var agreement = await scene.OpenAsync(board: true);
        await (await scene.AwaitBoardAsync(agreement, 1, AgreementScene.Today.AddDays(40))).ReadAsync<AgreementView>();
        Assert.Equal([(scene.Agencies[0], 14)], Said(await service.SaidInAsync(15, scene.TaskForce, 1)));
        Assert.Equal(
            [(scene.Agencies[0], 14), (scene.Agencies[0], 30), (scene.Agencies[1], 14)], Said(await service.SaidInAsync(55, scene.TaskForce, 3)), Same);

        bool Same((Guid, int) one, (Guid, int) other) => one == other;
        IEnumerable<(Guid, int)> Said(IEnumerable<Reminder> reminders) =>
            reminders.Select(reminder => (reminder.AgencyId!.Value, reminder.Step)).OrderBy(said => said.Value == scene.Agencies[1]).ThenBy(said => said.Step);
    }

    [Fact]
    public async Task A_reminder_is_shown_to_whom_it_reminds_and_can_be_put_aside()
    {
        var scene = await CommitmentScene.StartAsync(service);
        await scene.PledgeAsync(period: "Month");
        await service.SaidInAsync(22, scene.TaskForce, 2);
        var path = $"/task-forces/{scene.TaskForce}/reminders";
        Assert.Equal(2, (await ReadAsync(scene.Coordinator)).Count);
        var own = Assert.Single(await ReadAsync(scene.AdminOf(0)));
        Assert.Empty((await scene.Scene.As(Roles.Trainer, taskForce: scene.TaskForce).GetFromJsonAsync<List<ReminderView>>(path, Answers.Json))!);

        var aside = $"{path}/{own.Id}/dismissal";
        Assert.Equal(HttpStatusCode.NotFound, (await scene.AdminOf(1).PostAsync(aside, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.AdminOf(0).PostAsync(aside, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.AdminOf(0).PostAsync(aside, null)).StatusCode);
        Assert.Empty(await ReadAsync(scene.AdminOf(0)));
        Assert.Equal(own.Id, Assert.Single(await ReadAsync(scene.AdminOf(0), "?dismissed=true&kind=CommitmentDue")).Id);

        async Task<List<ReminderView>> ReadAsync(HttpClient by, string query = "") => (await by.GetFromJsonAsync<List<ReminderView>>(path + query, Answers.Json))!;
    }

    [Fact]
    public async Task Files_that_nothing_refers_to_are_swept_and_all_others_stay()
    {
        var scene = await AgreementScene.StartAsync(service, members: 0);
        var draft = await scene.DraftAsync();
        await scene.AttachAsync(draft.Id, 1, System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Guid.NewGuid()}\nstartxref\n0\n%%EOF"));
        var digest = (await scene.ReadAsync(draft.Id)).Versions[0].Document!.Digest;
        var (referred, fresh, stray, broken) = (
            Path.Combine(service.Documents, digest[..2], digest), Place('1'), Place('2'), Path.Combine(service.Documents, "arriving", Guid.NewGuid().ToString("N")));
        foreach (var file in new[] { fresh, stray, broken })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, "nobody's");
        }

        foreach (var file in new[] { referred, stray, broken }) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
        await Until.TrueAsync(() => Task.FromResult(!File.Exists(stray) && !File.Exists(broken)), "what is nobody's is swept");
        Assert.True(File.Exists(referred) && File.Exists(fresh));

        string Place(char digit) => Path.Combine(service.Documents, new string(digit, 2), new string(digit, 64));
    }
}
