using System.Net;
using Contracts;
using Membership.Decisions;
using Membership.Members;
using Membership.Seats;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

/// <summary>Short words for arranging how agencies come into a task force and go.</summary>
internal static class MemberScene
{
    public static string Members(Guid taskForce, Guid agency) => $"/task-forces/{taskForce}/members/{agency}";

    public static object Terms(
        Guid decision, string openness = "Restricted", string process = "Vote", bool startsProvisional = true, int? reapplicationAfterDays = null,
        int noticeDays = 14) => new
    {
        decisionId = decision, openness, process, startsProvisional, reapplicationAfterDays, noticeDays,
        criteria = new[] { "Serves the region.", "Has a written confidentiality policy." },
        expectations = new[] { "Comes to three meetings in four." },
        causes = new[] { "Breach of confidentiality.", "A year without taking part." },
    };

    /// <summary>Adopted by the vote of this member agency alone.</summary>
    public static async Task<MembershipTermsView> AdoptAsync(
        this Scene scene, Guid taskForce, Guid voter, string openness = "Restricted", string process = "Vote", bool startsProvisional = true,
        int? reapplicationAfterDays = null)
    {
        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.MembershipTerms, subject: null, voter);
        var coordinator = scene.As(Roles.Coordinator, taskForce: taskForce);
        var path = $"/task-forces/{taskForce}/membership-terms";
        var present = await coordinator.GetAsync(path);
        var answer = await Scene.SendAsync(
            coordinator, HttpMethod.Put, path, Terms(decision.Id, openness, process, startsProvisional, reapplicationAfterDays), present.Headers.ETag);
        return await answer.ReadAsync<MembershipTermsView>();
    }

    /// <summary>A task force with a founding member, that has adopted its terms.</summary>
    public static async Task<(Guid TaskForce, Guid Founder)> WithTermsAsync(
        this Scene scene, string openness = "Restricted", string process = "Vote", bool startsProvisional = true, int? reapplicationAfterDays = null)
    {
        var (taskForce, founder) = await scene.MemberAsync();
        await scene.AdoptAsync(taskForce.Id, founder.Id, openness, process, startsProvisional, reapplicationAfterDays);
        return (taskForce.Id, founder.Id);
    }

    public static Task<HttpResponseMessage> ApplyAsync(this Scene scene, Guid taskForce, Guid agency, HttpClient? by = null) =>
        (by ?? scene.As(Roles.AgencyAdmin, agency)).PostAsJsonAsync($"/task-forces/{taskForce}/applications", new
        {
            agencyId = agency, statement = "We have sheltered women for ten years.",
        });

    public static async Task<ApplicationView> AppliedAsync(this Scene scene, Guid taskForce, Guid? agency = null) =>
        await (await scene.ApplyAsync(taskForce, agency ?? (await scene.AgencyAsync(name: "Applicant")).Id)).ReadAsync<ApplicationView>(HttpStatusCode.Created);

    public static object Vetted(string outcome = "Met") => new
    {
        criteria = new object[] { new { number = 1, outcome, note = "As their report says." }, new { number = 2, outcome = "Waived", note = "Adopted next month." } },
    };

    /// <summary>What an admission and a refusal say.</summary>
    public static object By(Guid decision, string reason = "It brings what we lack.") => new { decisionId = decision, reason };

    /// <summary>A decision of the core group, in which this agency has the only seat.</summary>
    public static async Task<DecisionView> CoreGroupDecidesAsync(this Scene scene, Guid taskForce, Guid agency, Guid application, string choice = "Yes")
    {
        var seats = $"/task-forces/{taskForce}/seats";
        var seated = await (await scene.HubAdmin.GetAsync($"{seats}?inCoreGroup=true&state=Active")).ReadAsync<List<SeatView>>();
        if (seated.Count == 0)
        {
            var taken = await scene.HubAdmin.PostAsJsonAsync(seats, new
            {
                agencyId = agency, personName = "Tomás Ejemplo", involvement = "AgencyLevel", inCoreGroup = true,
            });
            seated = [await taken.ReadAsync<SeatView>(HttpStatusCode.Created)];
        }

        var answer = await scene.DecideAsync(taskForce, DecisionAbout.Application, application, [seated.Single().Id], choice, "CoreGroup");
        return await answer.ReadAsync<DecisionView>(HttpStatusCode.Created);
    }

    public static string Application(Guid taskForce, Guid application) => $"/task-forces/{taskForce}/applications/{application}";

    /// <summary>Uses a verb of an application or a member as it now is.</summary>
    public static Task<HttpResponseMessage> UseAsync(HttpClient by, string resource, string verb, object body) =>
        Scene.ChangeAsync(by, HttpMethod.Post, $"{resource}/{verb}", resource, body);

    public static async Task<ApplicationView> VettedAsync(this Scene scene, Guid taskForce, Guid? agency = null)
    {
        var application = await scene.AppliedAsync(taskForce, agency);
        var path = Application(taskForce, application.Id);
        return await (await UseAsync(scene.As(Roles.Coordinator, taskForce: taskForce), path, "vetting", Vetted())).ReadAsync<ApplicationView>();
    }

    /// <summary>Admitted by the vote of this member agency alone.</summary>
    public static async Task<ApplicationView> AdmittedAsync(this Scene scene, Guid taskForce, Guid voter, Guid? agency = null)
    {
        var vetted = await scene.VettedAsync(taskForce, agency);
        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.Application, vetted.Id, voter);
        var path = Application(taskForce, vetted.Id);
        return await (await UseAsync(scene.As(Roles.Coordinator, taskForce: taskForce), path, "admission", By(decision.Id))).ReadAsync<ApplicationView>();
    }

    public static async Task<RemovalNoticeView> NoticeAsync(this Scene scene, Guid taskForce, Guid agency, int cause = 1)
    {
        var answer = await UseAsync(
            scene.As(Roles.Coordinator, taskForce: taskForce), Members(taskForce, agency), "removal-notice", new { cause, statement = "A client's name was told in a meeting." });
        return await answer.ReadAsync<RemovalNoticeView>(HttpStatusCode.Created);
    }

    public static async Task<HttpResponseMessage> AnswerAsync(this Scene scene, Guid taskForce, Guid agency, HttpClient? by = null)
    {
        using var notice = await scene.As(Roles.Coordinator, taskForce: taskForce).GetAsync($"{Members(taskForce, agency)}/removal-notice");
        return await Scene.SendAsync(
            by ?? scene.As(Roles.AgencyAdmin, agency), HttpMethod.Post, $"{Members(taskForce, agency)}/removal-answer",
            new { answer = "It was an initial, and we have trained since." }, notice.Headers.ETag);
    }

    /// <summary>By a decision on the notice that this member agency alone carried.</summary>
    public static async Task<HttpResponseMessage> RemoveAsync(this Scene scene, Guid taskForce, Guid agency, Guid notice, Guid voter)
    {
        var decision = await scene.CarriedAsync(taskForce, DecisionAbout.Removal, notice, voter);
        return await UseAsync(
            scene.As(Roles.Coordinator, taskForce: taskForce), Members(taskForce, agency), "removal", new { decisionId = decision.Id, reason = "Confidentiality was broken again." });
    }

    public static async Task<MemberView> ReadMemberAsync(this Scene scene, Guid taskForce, Guid agency) =>
        await (await scene.HubAdmin.GetAsync(Members(taskForce, agency))).ReadAsync<MemberView>();

    public static async Task<IReadOnlyList<MemberChangeView>> ChangesAsync(this Scene scene, Guid taskForce, Guid agency, HttpClient? by = null) =>
        await (await (by ?? scene.HubAdmin).GetAsync($"{Members(taskForce, agency)}/changes")).ReadAsync<List<MemberChangeView>>();
}
