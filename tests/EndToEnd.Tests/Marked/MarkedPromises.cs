using Demonstration;
using Demonstration.Fable;

namespace EndToEnd.Tests.Marked;

/// <summary>What is written in agreements, commitments, applications, notices and differences.</summary>
internal sealed class MarkedPromises(MarkedPlatform platform, Marks marks)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private Cast Cast => platform.Cast;

    private Actor Coordinator => Cast.Coordinator;

    private string TaskForce => Cast.TaskForce;

    public async Task WriteAsync()
    {
        var coreGroup = await platform.Stage.IntroduceAsync(Cast.HubAdmin, "core-group", new
        {
            name = "Harbor core group", agencyId = Cast.IdOf(Cast.VictimServices), agencyClass = Cast.VictimServices.Class, hub = Cast.Hub,
            taskForceId = Cast.TaskForceId, seatId = Cast.Seats["victim-services"], roles = new[] { "core-group" },
        });
        await AgreeAsync();
        await PledgeAsync();
        await DifferAsync(coreGroup);
        await AdmitAndPartAsync(coreGroup);
    }

    /// <summary>Drafted twice and signed; then one party leaves, and the others end it.</summary>
    private async Task AgreeAsync()
    {
        CastAgency[] parties = [Cast.Police, Cast.VictimServices, Cast.Prosecutor];
        var terms = new { roles = marks.Membership("AgreementVersions.Roles"), timeframe = marks.Membership("AgreementVersions.Timeframe"), fiscalDuties = marks.Membership("AgreementVersions.FiscalDuties") };
        var drafted = await Coordinator.PostAsync($"{TaskForce}/agreements", new { kind = "InformationSharing", title = marks.Membership("Agreements.Title"), terms });
        var agreement = $"{TaskForce}/agreements/{drafted.GetProperty("id").GetGuid()}";
        await Coordinator.ReplaceAsync($"{agreement}/signatories", new
        {
            signatories = parties.Select(agency => new { agencyId = Cast.IdOf(agency), capacity = marks.Membership("Signatories.Capacity") }),
        }, agreement);
        await Coordinator.ChangeAsync(agreement, "versions", new { note = marks.Membership("AgreementVersions.Note"), terms });
        await Coordinator.ReplaceAsync($"{agreement}/versions/2/document", Paper.Pdf("An agreement"), "application/pdf", agreement);
        var opened = await Coordinator.ChangeAsync(agreement, "opening", new { });
        var version = opened.GetProperty("versions").EnumerateArray().Single(version => version.GetProperty("number").GetInt32() == 2);
        foreach (var signatory in version.GetProperty("signatories").EnumerateArray())
        {
            var agency = parties.Single(agency => Cast.IdOf(agency) == signatory.GetProperty("agencyId").GetGuid());
            await Cast.AdministratorOf(agency).ChangeAsync(agreement, $"signatories/{signatory.GetProperty("id").GetGuid()}/signature", new
            {
                method = "Electronic", signedOn = Today, seatId = Cast.Seats[agency.Key],
            });
        }

        await Cast.AdministratorOf(Cast.Police).ChangeAsync(agreement, "withdrawals", new
        {
            agencyId = Cast.IdOf(Cast.Police), reason = marks.Membership("AgreementParties.WithdrawalReason"), noticeGivenOn = Today, lastDay = Today,
        });
        await Coordinator.ChangeAsync(agreement, "termination", new { reason = marks.Membership("Agreements.TerminationReason"), noticeGivenOn = Today, lastDay = Today });
    }

    private async Task PledgeAsync()
    {
        var pledged = await Coordinator.PostAsync($"{TaskForce}/commitments", new
        {
            kind = "ProvideSpace", what = marks.Membership("Commitments.What"), inReturn = marks.Membership("Commitments.InReturn"), period = "Year", countDue = 1,
            startsOn = Today.AddMonths(-1), agencyId = Cast.IdOf(Cast.Prosecutor),
        });
        var commitment = $"{TaskForce}/commitments/{pledged.GetProperty("id").GetGuid()}";
        var claimed = await Cast.AdministratorOf(Cast.Prosecutor).PostAsync($"{commitment}/fulfilments", new
        {
            agencyId = Cast.IdOf(Cast.Prosecutor), on = Today, note = marks.Membership("Fulfilments.Note"),
        });
        await Coordinator.ChangeAsync($"{commitment}/fulfilments/{claimed.GetProperty("id").GetGuid()}", "refusal", new { reason = marks.Membership("Fulfilments.RefusalReason") });
    }

    /// <summary>Vignette 4: for the core group alone.</summary>
    private async Task DifferAsync(Actor coreGroup)
    {
        var logged = await coreGroup.PostAsync($"{TaskForce}/differences", new
        {
            kind = "Philosophy", question = marks.Membership("Differences.Question"), agencyIds = new[] { Cast.IdOf(Cast.Police), Cast.IdOf(Cast.VictimServices) }, loggedOn = Today,
        });
        var difference = $"{TaskForce}/differences/{logged.GetProperty("id").GetGuid()}";
        var side = $"{difference}/sides/{Cast.IdOf(Cast.Police)}/view";
        await coreGroup.ReplaceAsync(side, new { view = marks.Membership("DifferenceSides.View") });
        await coreGroup.ChangeAsync(difference, "steps", new { on = Today, what = marks.Membership("DifferenceSteps.What") });
        await coreGroup.ChangeAsync(difference, "closure", new { outcome = "AgreedToDisagree", inWords = marks.Membership("Differences.OutcomeInWords"), closedOn = Today });
    }

    /// <summary>An agency applies, is admitted, gets notice and answers it.</summary>
    private async Task AdmitAndPartAsync(Actor coreGroup)
    {
        var decision = await Coordinator.PostAsync($"{TaskForce}/decisions", new
        {
            about = "MembershipTerms", question = marks.Membership("Decisions.Question"), method = "Vote", decidedOn = Today,
            ballots = Cast.Founders.Concat(Cast.Providers).Select(agency => new { voterId = Cast.IdOf(agency), choice = "Yes" }),
        });
        using var adopted = await Coordinator.AskAsync(HttpMethod.Put, $"{TaskForce}/membership-terms", JsonContent.Create(new
        {
            decisionId = decision.GetProperty("id").GetGuid(), openness = "Restricted", process = "CoreGroup", noticeDays = 30,
            criteria = new[] { marks.Membership("AdmissionCriteria.Text") }, expectations = new[] { marks.Membership("Expectations.Text") },
            causes = new[] { marks.Membership("RemovalCauses.Text", also: "MemberChanges.Reason") },
        }), "*");
        if (!adopted.IsSuccessStatusCode) throw new InvalidOperationException(await adopted.Content.ReadAsStringAsync());

        var listed = await Cast.HubAdmin.PostCsvAsync("/api/membership/agencies/import?agencyClass=Other&agencyType=NGO", $"id,name\n{Guid.NewGuid()},Applicant\n");
        var applied = await Coordinator.PostAsync($"{TaskForce}/applications", new
        {
            agencyId = listed.GetProperty("agencies")[0].GetProperty("id").GetGuid(), statement = marks.Membership("Applications.Statement"),
        });
        var application = $"{TaskForce}/applications/{applied.GetProperty("id").GetGuid()}";
        await coreGroup.ChangeAsync(application, "vetting", new { criteria = new[] { new { number = 1, outcome = "Met", note = marks.Membership("VettingResults.Note") } } });
        var rejected = await Coordinator.PostAsync($"{TaskForce}/decisions", new
        {
            about = "Application", subjectId = applied.GetProperty("id").GetGuid(), question = marks.Membership("Decisions.Question"), method = "Vote",
            decidedOn = Today, ballots = Cast.Founders.Concat(Cast.Providers).Select(agency => new { voterId = Cast.IdOf(agency), choice = "No" }),
        });
        await coreGroup.ChangeAsync(application, "refusal", new
        {
            decisionId = rejected.GetProperty("id").GetGuid(), reason = marks.Membership("MemberChanges.Reason"),
        });

        var member = $"{TaskForce}/members/{Cast.IdOf(Cast.Interpreters)}";
        await coreGroup.ChangeAsync(member, "removal-notice", new { cause = 1, statement = marks.Membership("RemovalNotices.Statement") });
        using var notice = await coreGroup.AskAsync(HttpMethod.Get, $"{member}/removal-notice");
        await Cast.AdministratorOf(Cast.Interpreters).PostAsync($"{member}/removal-answer", new { answer = marks.Membership("RemovalNotices.Answer") }, notice.Headers.ETag?.Tag);
    }
}
