using System.Net;
using System.Net.Http.Headers;
using Contracts;
using Membership.Members;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

/// <summary>Pressed by several at once, everything between an agency and a task force happens once.</summary>
public abstract class MemberDoublePressTests(MembershipService service)
{
    private const int Presses = 6;

    [Collection(MembershipOfMembers.Name)]
    public sealed class OnSqlite(MembershipService service) : MemberDoublePressTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : MemberDoublePressTests(service);

    [Fact]
    public async Task One_application_one_vetting_and_one_admission()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AgencyAsync()).Id;
        await OneWinsAsync(HttpStatusCode.Created, () => scene.ApplyAsync(taskForce, agency));
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        var application = (await (await coordinator.GetAsync($"/task-forces/{taskForce}/applications")).ReadAsync<List<ApplicationView>>()).Single();
        var path = MemberScene.Application(taskForce, application.Id);
        await OneWinsAsync(HttpStatusCode.OK, await PressAsync(coordinator, path, "vetting", MemberScene.Vetted()));
        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.Application, application.Id, founder);
        await OneWinsAsync(HttpStatusCode.OK, await PressAsync(coordinator, path, "admission", MemberScene.By(decision.Id)));
        Assert.Equal(
            [MemberStep.Applied, MemberStep.Vetted, MemberStep.Admitted], (await scene.ChangesAsync(taskForce, agency)).Select(change => change.Step));
    }

    [Fact]
    public async Task One_activation_one_suspension_one_reinstatement_one_notice_one_answer_and_one_removal()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync();
        var agency = (await scene.AdmittedAsync(taskForce, founder)).AgencyId;
        await scene.SeatAsync(taskForce, agency);
        var path = MemberScene.Members(taskForce, agency);
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        foreach (var verb in new[] { "activation", "suspension", "reinstatement" })
            await OneWinsAsync(HttpStatusCode.OK, await PressAsync(coordinator, path, verb, new { reason = "As agreed." }));
        await OneWinsAsync(HttpStatusCode.Created, await PressAsync(coordinator, path, "removal-notice", new { cause = 1, statement = "As known." }));

        var admin = scene.As(Roles.AgencyAdmin, agency);
        var notice = await admin.GetAsync($"{path}/removal-notice");
        await OneWinsAsync(HttpStatusCode.OK, Pressing(admin, $"{path}/removal-answer", new { answer = "No." }, notice.Headers.ETag));
        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.Removal, (await notice.ReadAsync<RemovalNoticeView>()).Id, founder, agency);
        await OneWinsAsync(HttpStatusCode.OK, await PressAsync(coordinator, path, "removal", new { decisionId = decision.Id, reason = "Enough." }));
        Assert.Equal(9, (await scene.ChangesAsync(taskForce, agency)).Count);
        Assert.Equal(MemberState.Ended, (await scene.ReadMemberAsync(taskForce, agency)).State);
    }

    [Fact]
    public async Task Of_a_notice_and_a_departure_at_the_same_moment_one_comes_first_and_the_other_looks_again()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open");
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        for (var again = 0; again < 4; again++)
        {
            var agency = (await scene.AppliedAsync(taskForce)).AgencyId;
            var (path, admin) = (MemberScene.Members(taskForce, agency), scene.As(Roles.AgencyAdmin, agency));
            var version = (await admin.GetAsync(path)).Headers.ETag;
            var answers = await Task.WhenAll(
                Task.Run(Pressing(coordinator, $"{path}/removal-notice", new { cause = 1, statement = "As known." }, version)),
                Task.Run(Pressing(admin, $"{path}/departure", new { reason = "Our funding ends." }, version)));
            Assert.Single(answers, answer => answer.IsSuccessStatusCode);
            Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed);
        }
    }

    private static async Task<Func<Task<HttpResponseMessage>>> PressAsync(HttpClient by, string resource, string verb, object body) =>
        Pressing(by, $"{resource}/{verb}", body, (await by.GetAsync(resource)).Headers.ETag);

    private static Func<Task<HttpResponseMessage>> Pressing(HttpClient by, string path, object body, EntityTagHeaderValue? version) =>
        () => Scene.SendAsync(by, HttpMethod.Post, path, body, version);

    private static async Task OneWinsAsync(HttpStatusCode won, Func<Task<HttpResponseMessage>> press)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => Task.Run(press)));
        Assert.Single(answers, answer => answer.StatusCode == won);
        foreach (var answer in answers.Where(answer => answer.StatusCode != won))
            Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{answer.StatusCode}");
    }
}
