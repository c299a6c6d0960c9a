using System.Net;
using Membership.Members;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

/// <summary>An agency that is no more: nobody is left whom a notice would reach. The hub's office says so, and no sooner than a notice would run.</summary>
[Collection(MembershipService.Name)]
public sealed class ClosureTests(MembershipService service)
{
    private static readonly object Gone = new { reason = "It closed its doors in June." };

    [Fact]
    public async Task Whom_nobody_sits_for_since_the_days_of_a_notice_the_hubs_office_takes_off_the_list()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        var seat = await scene.SeatAsync(taskForce, agency);
        Assert.Equal("somebody-sits", await (await CloseAsync(scene, taskForce, agency)).ProblemAsync(HttpStatusCode.Conflict));

        await scene.EndSeatAsync(taskForce, seat.Id);
        await QuietSinceAsync(taskForce, agency, days: 13);
        Assert.Equal("quiet-too-briefly", await (await CloseAsync(scene, taskForce, agency)).ProblemAsync(HttpStatusCode.Conflict));
        await QuietSinceAsync(taskForce, agency, days: 15);
        Assert.Equal(HttpStatusCode.Forbidden, (await CloseAsync(scene, taskForce, agency, scene.As(Roles.Coordinator, taskForce: taskForce))).StatusCode);

        var closed = await (await CloseAsync(scene, taskForce, agency)).ReadAsync<MemberView>();
        Assert.Equal((MemberState.Ended, MemberEndReason.Gone), (closed.State, closed.EndReason));
        var change = (await scene.ChangesAsync(taskForce, agency))[^1];
        Assert.Equal((MemberStep.Closed, "It closed its doors in June.", Roles.HubAdmin), (change.Step, change.Reason, change.By.Role));
        Assert.Equal("state-conflict", await (await CloseAsync(scene, taskForce, agency)).ProblemAsync(HttpStatusCode.Conflict));
        // It was reproached with nothing: should it open its doors again, it may ask again.
        Assert.Equal(ApplicationState.Received, (await scene.AppliedAsync(taskForce, agency)).State);
    }

    [Fact]
    public async Task Without_terms_it_takes_a_month_and_with_a_notice_the_notice_runs_its_course()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        await QuietSinceAsync(taskForce.Id, agency.Id, days: 29);
        Assert.Equal("quiet-too-briefly", await (await CloseAsync(scene, taskForce.Id, agency.Id)).ProblemAsync(HttpStatusCode.Conflict));

        await scene.AdoptAsync(taskForce.Id, agency.Id);
        await scene.NoticeAsync(taskForce.Id, agency.Id);
        Assert.Equal("notice-given-already", await (await CloseAsync(scene, taskForce.Id, agency.Id)).ProblemAsync(HttpStatusCode.Conflict));
    }

    private static Task<HttpResponseMessage> CloseAsync(Scene scene, Guid taskForce, Guid agency, HttpClient? by = null) =>
        MemberScene.UseAsync(by ?? scene.HubAdmin, MemberScene.Members(taskForce, agency), "closure", Gone);

    /// <summary>As if the days had passed.</summary>
    private async Task QuietSinceAsync(Guid taskForce, Guid agency, int days)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var since = DateTimeOffset.UtcNow.AddDays(-days);
        await db.Seats.Where(seat => seat.TaskForceId == taskForce && seat.AgencyId == agency).ExecuteUpdateAsync(seat => seat.SetProperty(row => row.EndedAt, since));
        await db.Members.Where(member => member.TaskForceId == taskForce && member.AgencyId == agency)
            .ExecuteUpdateAsync(member => member.SetProperty(row => row.JoinedAt, since.AddDays(-1)));
    }
}
