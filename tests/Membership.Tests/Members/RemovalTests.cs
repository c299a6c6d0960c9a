using System.Net;
using Contracts;
using Membership.Decisions;
using Membership.Members;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

/// <summary>A member is removed only for a cause named in advance, with notice and a chance to answer.</summary>
[Collection(MembershipOfMembers.Name)]
public sealed class RemovalTests(MembershipService service)
{
    [Fact]
    public async Task After_notice_answer_and_decision_the_membership_ends_with_its_seats()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync(reapplicationAfterDays: 0);
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        var seat = await scene.SeatAsync(taskForce, agency);
        var path = MemberScene.Members(taskForce, agency);
        var (admin, coordinator) = (scene.As(Roles.AgencyAdmin, agency), scene.As(Roles.Coordinator, taskForce: taskForce));

        var unknown = await MemberScene.UseAsync(coordinator, path, "removal-notice", new { cause = 3, statement = "Something else." });
        Assert.Contains("cause", (await unknown.ErrorsAsync()).Keys);
        var decision = new { decisionId = Guid.NewGuid(), reason = "Enough." };
        Assert.Equal("notice-needed", await (await MemberScene.UseAsync(coordinator, path, "removal", decision)).ProblemAsync(HttpStatusCode.Conflict));

        var notice = await scene.NoticeAsync(taskForce, agency);
        Assert.Equal((RemovalNoticeState.Open, notice.GivenOn.AddDays(14)), (notice.State, notice.AnswerBy));
        Assert.Equal("answer-awaited", await (await MemberScene.UseAsync(coordinator, path, "removal", decision)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equivalent(notice, await (await admin.GetAsync($"{path}/removal-notice")).ReadAsync<RemovalNoticeView>(), strict: true);
        foreach (var stranger in new[] { scene.As(Roles.AgencyAdmin, founder), scene.As(Roles.Coordinator) })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path}/removal-notice")).StatusCode);

        // The agency alone answers, also while it is suspended.
        await MemberScene.UseAsync(coordinator, path, "suspension", new { reason = "Until this is settled." });
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.AnswerAsync(taskForce, agency, coordinator)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.AnswerAsync(taskForce, agency, scene.As(Roles.AgencyAdmin, founder))).StatusCode);
        var answered = await (await scene.AnswerAsync(taskForce, agency)).ReadAsync<RemovalNoticeView>();
        Assert.Equal((RemovalNoticeState.Answered, "It was an initial, and we have trained since."), (answered.State, answered.Answer));
        Assert.Equal("state-conflict", await (await scene.AnswerAsync(taskForce, agency)).ProblemAsync(HttpStatusCode.Conflict));

        var aboutSomethingElse = await scene.RemoveAsync(taskForce, agency, notice: Guid.NewGuid(), founder);
        Assert.Contains("decisionId", (await aboutSomethingElse.ErrorsAsync()).Keys);
        var removed = await (await scene.RemoveAsync(taskForce, agency, notice.Id, founder)).ReadAsync<MemberView>();
        Assert.Equal((MemberState.Ended, MemberEndReason.Removed), (removed.State, removed.EndReason));
        var ended = await scene.HubAdmin.GetFromJsonAsync<SeatView>($"/task-forces/{taskForce}/seats/{seat.Id}", Answers.Json);
        Assert.Equal((SeatState.Ended, SeatEndReason.AgencyLeft), (ended!.State, ended.EndReason));
        Assert.Equal(
            [MemberStep.NoticeGiven, MemberStep.Suspended, MemberStep.NoticeAnswered, MemberStep.Removed],
            (await scene.ChangesAsync(taskForce, agency, admin)).Select(change => change.Step).TakeLast(4));
        Assert.Equal(ApplicationState.Received, (await scene.AppliedAsync(taskForce, agency)).State);
    }

    [Fact]
    public async Task Whoever_lets_the_time_to_answer_pass_is_removed_without_an_answer_and_not_a_day_before()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        var notice = await scene.NoticeAsync(taskForce, agency, cause: 2);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        await AnswerByAsync(notice.Id, today);
        var awaited = await MemberScene.UseAsync(
            scene.As(Roles.Coordinator, taskForce: taskForce), MemberScene.Members(taskForce, agency), "removal", MemberScene.By(Guid.NewGuid(), "Enough."));
        Assert.Equal("answer-awaited", await awaited.ProblemAsync(HttpStatusCode.Conflict));
        await AnswerByAsync(notice.Id, today.AddDays(-1));
        Assert.Equal("time-run-out", await (await scene.AnswerAsync(taskForce, agency)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.OK, (await scene.RemoveAsync(taskForce, agency, notice.Id, founder)).StatusCode);
    }

    [Fact]
    public async Task What_was_decided_before_the_member_was_heard_removes_nobody()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        var notice = await scene.NoticeAsync(taskForce, agency);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Task<HttpResponseMessage> DecideAsync(DateOnly on) => scene.DecideAsync(taskForce, DecisionAbout.Removal, notice.Id, [founder], on: on);
        Task<HttpResponseMessage> RemoveAsync(Guid decision) => MemberScene.UseAsync(
            scene.As(Roles.Coordinator, taskForce: taskForce), MemberScene.Members(taskForce, agency), "removal", MemberScene.By(decision, "Enough."));

        // While it may still answer nobody has decided anything, on whichever day it is said to have been.
        foreach (var day in new[] { today, today.AddDays(-30) })
            Assert.Equal("answer-awaited", await (await DecideAsync(day)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.OK, (await scene.AnswerAsync(taskForce, agency)).StatusCode);
        Assert.Contains("decidedOn", (await (await DecideAsync(today.AddDays(-1))).ErrorsAsync()).Keys);

        var early = await (await DecideAsync(today)).ReadAsync<DecisionView>(HttpStatusCode.Created);
        await DecidedOnAsync(early.Id, today.AddDays(-1));
        Assert.Equal("decided-unheard", await (await RemoveAsync(early.Id)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(MemberState.Provisional, (await scene.ReadMemberAsync(taskForce, agency)).State);
        var heard = await (await DecideAsync(today)).ReadAsync<DecisionView>(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.OK, (await RemoveAsync(heard.Id)).StatusCode);
    }

    [Fact]
    public async Task Where_no_answer_came_it_is_decided_after_the_last_day_for_one()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        var notice = await scene.NoticeAsync(taskForce, agency);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await AnswerByAsync(notice.Id, today.AddDays(-2));
        var tooEarly = await scene.DecideAsync(taskForce, DecisionAbout.Removal, notice.Id, [founder], on: today.AddDays(-2));
        Assert.Contains("decidedOn", (await tooEarly.ErrorsAsync()).Keys);
        var decided = await scene.DecideAsync(taskForce, DecisionAbout.Removal, notice.Id, [founder], on: today.AddDays(-1));
        var decision = await decided.ReadAsync<DecisionView>(HttpStatusCode.Created);
        var removed = await MemberScene.UseAsync(
            scene.As(Roles.CoreGroup, taskForce: taskForce), MemberScene.Members(taskForce, agency), "removal", MemberScene.By(decision.Id, "Enough."));
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
    }

    [Fact]
    public async Task A_notice_is_given_once_and_may_be_taken_back()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        var (path, coordinator) = (MemberScene.Members(taskForce, agency), scene.As(Roles.Coordinator, taskForce: taskForce));
        var notice = await scene.NoticeAsync(taskForce, agency);
        var second = await MemberScene.UseAsync(coordinator, path, "removal-notice", new { cause = 2, statement = "And this." });
        Assert.Equal("notice-given-already", await second.ProblemAsync(HttpStatusCode.Conflict));

        var withdrawn = await Scene.ChangeAsync(
            coordinator, HttpMethod.Post, $"{path}/removal-notice/withdrawal", $"{path}/removal-notice", new { reason = "It was somebody else." });
        Assert.Equal(RemovalNoticeState.Withdrawn, (await withdrawn.ReadAsync<RemovalNoticeView>()).State);
        Assert.Equal("notice-needed", await (await scene.RemoveAsync(taskForce, agency, notice.Id, founder)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.NotEqual(notice.Id, (await scene.NoticeAsync(taskForce, agency)).Id);
    }

    [Fact]
    public async Task A_notice_ends_with_the_membership_and_is_not_held_against_the_next()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open");
        var agency = (await scene.AppliedAsync(taskForce)).AgencyId;
        var path = MemberScene.Members(taskForce, agency);
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        var notice = await scene.NoticeAsync(taskForce, agency);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.LeaveAsync(taskForce, agency)).StatusCode);
        var lapsed = await (await coordinator.GetAsync($"{path}/removal-notice")).ReadAsync<RemovalNoticeView>();
        Assert.Equal((notice.Id, RemovalNoticeState.Lapsed, DateOnly.FromDateTime(DateTime.UtcNow)), (lapsed.Id, lapsed.State, lapsed.ClosedOn));
        Assert.Equal("state-conflict", await (await scene.AnswerAsync(taskForce, agency)).ProblemAsync(HttpStatusCode.Conflict));

        await scene.AppliedAsync(taskForce, agency);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"{path}/removal-notice")).StatusCode);
        var old = await MemberScene.UseAsync(coordinator, path, "removal", MemberScene.By(Guid.NewGuid(), "As was said then."));
        Assert.Equal("notice-needed", await old.ProblemAsync(HttpStatusCode.Conflict));
        Assert.NotEqual(notice.Id, (await scene.NoticeAsync(taskForce, agency)).Id);
        Assert.Equal(HttpStatusCode.OK, (await scene.AnswerAsync(taskForce, agency)).StatusCode);
    }

    [Fact]
    public async Task Nobody_but_the_agency_itself_leaves_and_it_does_when_it_wants()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        var path = MemberScene.Members(taskForce, agency);
        foreach (var other in new[] { scene.HubAdmin, scene.As(Roles.Coordinator, taskForce: taskForce), scene.As(Roles.AgencyAdmin, founder) })
            Assert.Equal(HttpStatusCode.Forbidden, (await Scene.ChangeAsync(other, HttpMethod.Delete, path, path)).StatusCode);
        foreach (var other in new[] { scene.HubAdmin, scene.As(Roles.Coordinator, taskForce: taskForce), scene.As(Roles.AgencyAdmin, founder) })
            Assert.Equal(HttpStatusCode.Forbidden, (await MemberScene.UseAsync(other, path, "departure", new { reason = "They want to." })).StatusCode);
        var departure = await MemberScene.UseAsync(scene.As(Roles.AgencyAdmin, agency), path, "departure", new { reason = "Our funding ends." });
        var left = await departure.ReadAsync<MemberView>();
        Assert.Equal((MemberState.Ended, MemberEndReason.Left), (left.State, left.EndReason));
        var change = (await scene.ChangesAsync(taskForce, agency))[^1];
        Assert.Equal((MemberStep.Left, "Our funding ends.", Roles.AgencyAdmin), (change.Step, change.Reason, change.By.Role));
        // At its own wish it went, so it may come back any day.
        Assert.Equal(ApplicationState.Received, (await scene.AppliedAsync(taskForce, agency)).State);
    }

    [Fact]
    public async Task Without_terms_no_cause_was_named_in_advance()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var notice = await MemberScene.UseAsync(
            scene.As(Roles.CoreGroup, taskForce: taskForce.Id), MemberScene.Members(taskForce.Id, agency.Id), "removal-notice", new { cause = 1, statement = "So." });
        Assert.Equal("no-terms", await notice.ProblemAsync(HttpStatusCode.Conflict));
    }

    /// <summary>As an older version of the platform recorded it, which did not ask when the member was heard.</summary>
    private async Task DecidedOnAsync(Guid decision, DateOnly day)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        await db.Decisions.Where(row => row.Id == decision).ExecuteUpdateAsync(row => row.SetProperty(made => made.DecidedOn, day));
    }

    /// <summary>As if the days had passed.</summary>
    private async Task AnswerByAsync(Guid notice, DateOnly day)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        await db.RemovalNotices.Where(row => row.Id == notice).ExecuteUpdateAsync(row => row.SetProperty(day => day.AnswerBy, day));
    }
}
