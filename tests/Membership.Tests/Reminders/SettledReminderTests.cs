using System.Net;
using Contracts;
using Membership.Agreements;
using Membership.Commitments;
using Membership.Meetings.ActionItems;
using Membership.Reminders;
using Membership.Storage;
using Membership.TaskForces;
using Membership.Tests.Agencies;
using Membership.Tests.Agreements;
using Membership.Tests.Commitments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Reminders;

/// <summary>What is settled is spoken of no more: nobody is asked to sign what is signed, or to renew what has ended.</summary>
[Collection(RemindingService.Name)]
public sealed class SettledReminderTests(RemindingService service)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Theory]
    [InlineData("amended")]
    [InlineData("terminated")]
    public async Task An_agreement_that_is_amended_or_terminated_is_not_to_be_renewed(string how)
    {
        var scene = await AgreementScene.StartAsync(service);
        var agreement = await scene.EffectiveAsync(expiresOn: Today.AddDays(20));
        await service.SaidInAsync(0, scene.TaskForce, 3);
        Assert.Equal(3, await OpenAsync(scene.Scene, scene.TaskForce));
        if (how == "terminated")
        {
            await (await scene.DoAsync(agreement.Id, "termination", new { reason = "Other ways", noticeGivenOn = Today, lastDay = Today.AddDays(9) })).ReadAsync<AgreementView>();
        }
        else
        {
            var terms = AgreementScene.Terms(expiresOn: Today.AddDays(400));
            await (await scene.DoAsync(agreement.Id, "versions", new { note = "Another year", terms })).ReadAsync<AgreementView>(HttpStatusCode.Created);
            await (await scene.AttachAsync(agreement.Id, 2, [.. AgreementScene.Document, (byte)'\n'])).ReadAsync<DocumentView>();
            var open = await (await scene.DoAsync(agreement.Id, "opening")).ReadAsync<AgreementView>();
            // As long as somebody has not signed, it still ends.
            await (await scene.SignAsync(open, 0)).ReadAsync<AgreementView>();
            Assert.Equal(3, await OpenAsync(scene.Scene, scene.TaskForce));
            await (await scene.SignAsync(open, 1)).ReadAsync<AgreementView>();
        }

        await GoneAsync(scene.Scene, scene.TaskForce);
        Assert.Equal(3, (await service.SaidInAsync(15, scene.TaskForce, 3)).Count);
    }

    [Fact]
    public async Task Who_has_signed_is_not_asked_to_and_nobody_is_when_it_is_given_up()
    {
        var scene = await AgreementScene.StartAsync(service);
        var agreement = await scene.OpenAsync();
        await service.SaidInAsync(15, scene.TaskForce, 2);
        await (await scene.SignAsync(agreement, 0)).ReadAsync<AgreementView>();
        await GoneAsync(scene.Scene, scene.TaskForce, left: 1);
        Assert.Equal(scene.Agencies[1], (await service.SaidAsync(scene.TaskForce)).Single(reminder => reminder.DismissedAt is null).AgencyId);
        (await scene.SendAsync(HttpMethod.Delete, agreement.Id, "")).EnsureSuccessStatusCode();
        await GoneAsync(scene.Scene, scene.TaskForce);
    }

    [Fact]
    public async Task What_is_kept_and_what_has_ended_is_not_owed()
    {
        var scene = await CommitmentScene.StartAsync(service);
        var commitment = await scene.PledgeAsync(period: "Month");
        await service.SaidInAsync(22, scene.TaskForce, 2);
        // What is claimed may yet be refused.
        var claimed = await (await scene.FulfilAsync(commitment.Id, scene.Agencies[0], scene.AdminOf(0))).ReadAsync<FulfilmentView>(HttpStatusCode.Created);
        Assert.Equal((FulfilmentState.Claimed, 2), (claimed.State, await OpenAsync(scene.Scene, scene.TaskForce)));
        (await scene.AnswerAsync(claimed, "confirmation")).EnsureSuccessStatusCode();
        await GoneAsync(scene.Scene, scene.TaskForce, left: 1);
        var path = $"{scene.All}/{commitment.Id}";
        await (await Scene.ChangeAsync(scene.Coordinator, HttpMethod.Post, $"{path}/end", path, new { endsOn = Today.AddDays(1) })).ReadAsync<CommitmentView>();
        await GoneAsync(scene.Scene, scene.TaskForce);
    }

    [Fact]
    public async Task Roles_that_were_gone_through_and_principles_that_were_acknowledged_are_not_asked_for()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        await using (var scope = service.Provided.CreateAsyncScope())
        {
            var joined = DateTimeOffset.UtcNow.AddDays(-190);
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().Members.Where(member => member.TaskForceId == taskForce.Id)
                .ExecuteUpdateAsync(member => member.SetProperty(one => one.JoinedAt, joined));
        }

        await service.SaidInAsync(0, taskForce.Id, 1);
        await scene.RoleSaidAsync(taskForce.Id, agency.Id);
        await GoneAsync(scene, taskForce.Id);

        var core = scene.As(Roles.CoreGroup, taskForce: taskForce.Id);
        var path = $"/task-forces/{taskForce.Id}/guiding-principles";
        var draft = await (await core.PostAsJsonAsync(path, new { principles = new[] { new { text = "Safety first." } } })).ReadAsync<PrinciplesView>(HttpStatusCode.Created);
        var decision = await scene.CarriedAsync(taskForce.Id, DecisionAbout.GuidingPrinciples, draft.Id);
        await (await Scene.ChangeAsync(core, HttpMethod.Post, $"{path}/1/adoption", $"{path}/1", new { decisionId = decision.Id })).ReadAsync<PrinciplesView>();
        await service.SaidInAsync(15, taskForce.Id, 2);
        Assert.Equal(1, await OpenAsync(scene, taskForce.Id));
        (await scene.HubAdmin.PostAsJsonAsync($"{path}/1/acknowledgements", new { agencyId = agency.Id })).EnsureSuccessStatusCode();
        await GoneAsync(scene, taskForce.Id);
    }

    [Fact]
    public async Task An_action_item_that_is_done_or_anothers_is_not_due()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var other = await scene.AgencyAsync(name: "Lantern");
        await scene.JoinAsync(taskForce.Id, other.Id);
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce.Id);
        var path = $"/task-forces/{taskForce.Id}/action-items";
        object Owned(Guid by) => new { title = "Find beds", ownerAgencyId = by, dueOn = Today.AddDays(3) };
        var item = await (await coordinator.PostAsJsonAsync(path, Owned(agency.Id))).ReadAsync<ActionItemView>(HttpStatusCode.Created);
        await service.SaidInAsync(0, taskForce.Id, 1);
        await (await Scene.ChangeAsync(coordinator, HttpMethod.Put, $"{path}/{item.Id}", $"{path}/{item.Id}", Owned(other.Id))).ReadAsync<ActionItemView>();
        await Until.TrueAsync(async () => (await OpenAsync(scene, taskForce.Id, agency.Id), await OpenAsync(scene, taskForce.Id, other.Id)) == (0, 1), "the other is reminded");
        await (await Scene.ChangeAsync(coordinator, HttpMethod.Post, $"{path}/{item.Id}/completion", $"{path}/{item.Id}", new { whatWasDone = "Two beds" })).ReadAsync<ActionItemView>();
        await GoneAsync(scene, taskForce.Id);
    }

    [Fact]
    public async Task Who_is_no_longer_a_member_is_reminded_of_nothing_and_who_is_suspended_when_it_is_back()
    {
        var scene = await AgreementScene.StartAsync(service, members: 3);
        await scene.EffectiveAsync(expiresOn: Today.AddDays(50));
        await service.SaidInAsync(0, scene.TaskForce, 4);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Scene.LeaveAsync(scene.TaskForce, scene.Agencies[0])).StatusCode);
        await GoneAsync(scene.Scene, scene.TaskForce, left: 3);
        var member = $"/task-forces/{scene.TaskForce}/members/{scene.Agencies[1]}";
        (await Scene.ChangeAsync(scene.Scene.HubAdmin, HttpMethod.Post, $"{member}/suspension", member, new { reason = "Its board asks us to wait." })).EnsureSuccessStatusCode();

        var said = await service.SaidInAsync(25, scene.TaskForce, 6);
        Assert.Equal([scene.Agencies[2], null], said.Where(reminder => reminder.Step == 30).Select(reminder => reminder.AgencyId).OrderBy(agency => agency is null));
        (await Scene.ChangeAsync(scene.Scene.HubAdmin, HttpMethod.Post, $"{member}/reinstatement", member, new { reason = "It has answered." })).EnsureSuccessStatusCode();
        Assert.Contains(scene.Agencies[1], (await service.SaidInAsync(25, scene.TaskForce, 7)).Where(reminder => reminder.Step == 30).Select(reminder => reminder.AgencyId!.GetValueOrDefault()));
    }

    private static Task GoneAsync(Scene scene, Guid taskForce, int left = 0) =>
        Until.TrueAsync(async () => await OpenAsync(scene, taskForce) == left, $"{left} reminders are left");

    private static async Task<int> OpenAsync(Scene scene, Guid taskForce, Guid? agency = null) => (await scene.As(Roles.Coordinator, taskForce: taskForce)
        .GetFromJsonAsync<List<ReminderView>>($"/task-forces/{taskForce}/reminders?take=200{(agency is null ? "" : $"&agencyId={agency}")}", Answers.Json))!.Count;
}
