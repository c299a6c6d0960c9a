using System.Net;
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
        Assert.Equal((SeatState.Ended, Contracts.SeatEndReason.AgencyLeft), (ended!.State, ended.EndReason));
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
        Assert.Equal("answer-awaited", await (await scene.RemoveAsync(taskForce, agency, notice.Id, founder)).ProblemAsync(HttpStatusCode.Conflict));
        await AnswerByAsync(notice.Id, today.AddDays(-1));
        Assert.Equal("time-run-out", await (await scene.AnswerAsync(taskForce, agency)).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.OK, (await scene.RemoveAsync(taskForce, agency, notice.Id, founder)).StatusCode);
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
    public async Task Nobody_but_the_agency_itself_leaves_and_it_does_when_it_wants()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        var path = MemberScene.Members(taskForce, agency);
        foreach (var other in new[] { scene.HubAdmin, scene.As(Roles.Coordinator, taskForce: taskForce), scene.As(Roles.AgencyAdmin, founder) })
            Assert.Equal(HttpStatusCode.Forbidden, (await Scene.ChangeAsync(other, HttpMethod.Delete, path, path)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Scene.ChangeAsync(scene.As(Roles.AgencyAdmin, agency), HttpMethod.Delete, path, path)).StatusCode);

        var left = await scene.ReadMemberAsync(taskForce, agency);
        Assert.Equal((MemberState.Ended, MemberEndReason.Left), (left.State, left.EndReason));
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

    /// <summary>As if the days had passed.</summary>
    private async Task AnswerByAsync(Guid notice, DateOnly day)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        await db.RemovalNotices.Where(row => row.Id == notice).ExecuteUpdateAsync(row => row.SetProperty(day => day.AnswerBy, day));
    }
}
