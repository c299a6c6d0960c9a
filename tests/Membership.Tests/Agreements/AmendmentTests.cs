using System.Net;
using Membership.Agreements;
using Testing;
using static Membership.Tests.Agreements.AgreementScene;

namespace Membership.Tests.Agreements;

/// <summary>What comes after the first signature: new versions, those who leave, and the end.</summary>
[Collection(MembershipService.Name)]
public sealed class AmendmentTests(MembershipService service)
{
    [Fact]
    public async Task An_amendment_is_signed_again_by_all_and_until_then_the_version_before_stays_in_force()
    {
        var scene = await StartAsync(service);
        var amending = await scene.AmendingAsync(open: true);
        Assert.Equal((AgreementState.Effective, true, 1), (amending.State, amending.InForce, amending.NumberInForce));
        Assert.All(amending.Versions[0].Signatories, one => Assert.Equal(SignatoryState.Pending, one.State));

        await scene.SignAsync(amending, 0);
        Assert.Equal(1, (await scene.ReadAsync(amending.Id)).NumberInForce);
        await scene.SignAsync(amending, 1);
        var amended = await scene.ReadAsync(amending.Id);
        Assert.Equal(2, amended.NumberInForce);
        Assert.Equal([AgreementVersionState.InForce, AgreementVersionState.Superseded], amended.Versions.Select(version => version.State));
        Assert.All(amended.Versions[1].Signatories, one => Assert.Equal(SignatoryState.Signed, one.State));
    }

    [Fact]
    public async Task An_amendment_is_dropped_and_names_no_first_day_of_its_own()
    {
        var scene = await StartAsync(service);
        var agreement = await scene.AmendingAsync(open: true);
        var early = await scene.DoAsync(agreement.Id, "versions", new { note = "x", terms = Terms(startsOn: Today.AddDays(9)) });
        Assert.Contains("terms.startsOn", (await early.ErrorsAsync()).Keys);
        Assert.Equal("not-the-newest", await (await scene.SendAsync(HttpMethod.Delete, agreement.Id, "versions/1")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.NoContent, (await scene.SendAsync(HttpMethod.Delete, agreement.Id, "versions/2")).StatusCode);
        var dropped = await scene.ReadAsync(agreement.Id);
        Assert.Equal((true, 1, AgreementVersionState.Dropped), (dropped.InForce, dropped.NumberInForce, dropped.Versions[0].State));
    }

    [Fact]
    public async Task What_is_open_is_fixed_and_a_new_version_of_it_is_signed_anew()
    {
        var scene = await StartAsync(service);
        var open = await scene.OpenAsync();
        await scene.SignAsync(open, 0);
        foreach (var changed in new[]
                 {
                     await scene.SendAsync(HttpMethod.Put, open.Id, "", new { title = "Other", terms = Terms() }), await scene.NameAsync(open),
                     await scene.AttachAsync(open.Id, 1, [.. Document, (byte)'\n']),
                 })
        {
            Assert.Equal("state-conflict", await changed.ProblemAsync(HttpStatusCode.Conflict));
        }

        var anew = await (await scene.DoAsync(open.Id, "versions", new { note = "Typing error", terms = Terms() })).ReadAsync<AgreementView>(HttpStatusCode.Created);
        Assert.Equal((AgreementState.Drafting, 2), (anew.State, anew.Versions[0].Number));
        Assert.All(anew.Versions[0].Signatories, one => Assert.Equal(SignatoryState.Pending, one.State));
        Assert.Equal(AgreementVersionState.Superseded, anew.Versions[1].State);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.SignAsync(open, 1)).StatusCode);
    }

    [Fact]
    public async Task A_party_withdraws_with_notice_and_the_last_two_take_the_agreement_with_them()
    {
        var scene = await StartAsync(service, members: 3);
        var agreement = await scene.EffectiveAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await WithdrawAsync(2, by: 1)).StatusCode);
        var two = await (await WithdrawAsync(2, by: 2)).ReadAsync<AgreementView>();
        Assert.Equal((AgreementState.Effective, Today.AddDays(30)), (two.State, two.Parties.Single(party => party.AgencyId == scene.Agencies[2]).LastDay));
        Assert.Contains("agencyId", (await (await WithdrawAsync(2, by: 2)).ErrorsAsync()).Keys);

        var ended = await (await WithdrawAsync(1, by: 1)).ReadAsync<AgreementView>();
        Assert.Equal((AgreementState.Terminated, true, Today.AddDays(30)), (ended.State, ended.InForce, ended.LastDay));
        Assert.Equal(
            ["agreement-party-withdrew", "agreement-party-withdrew", "agreement-terminated"],
            (await scene.Scene.JournalAsync(17)).Select(entry => entry.Type).TakeLast(3));

        Task<HttpResponseMessage> WithdrawAsync(int member, int by) => scene.DoAsync(agreement.Id, "withdrawals", new
        {
            agencyId = scene.Agencies[member], reason = "Merged", noticeGivenOn = Today, lastDay = Today.AddDays(30),
        }, scene.AdminOf(by));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_has_withdrawn_is_asked_to_sign_no_amendment(bool openBefore)
    {
        var scene = await StartAsync(service, members: 3);
        var agreement = openBefore ? await scene.AmendingAsync(open: true) : await scene.EffectiveAsync();
        await (await scene.DoAsync(agreement.Id, "withdrawals", new
        {
            agencyId = scene.Agencies[2], reason = "Merged", noticeGivenOn = Today, lastDay = Today.AddDays(30),
        }, scene.AdminOf(2))).ReadAsync<AgreementView>();
        var anew = await (await scene.DoAsync(agreement.Id, "versions", new { note = "Among those who stay", terms = Terms() }))
            .ReadAsync<AgreementView>(HttpStatusCode.Created);
        Assert.Equal(scene.Agencies.Take(2).Order(), anew.Versions[0].Signatories.Select(one => one.AgencyId).Order());
    }

    [Fact]
    public async Task It_is_terminated_with_notice_and_holds_until_its_last_day()
    {
        var scene = await StartAsync(service);
        var agreement = await scene.EffectiveAsync(expiresOn: Today.AddDays(60));
        foreach (var (notice, last, field) in new[] { (1, 9, "noticeGivenOn"), (0, -1, "lastDay"), (0, 61, "lastDay") })
            Assert.Contains(field, (await (await TerminateAsync(notice, last)).ErrorsAsync()).Keys);
        var holds = await (await TerminateAsync(0, 30)).ReadAsync<AgreementView>();
        Assert.Equal((AgreementState.Terminated, true, Today.AddDays(30)), (holds.State, holds.InForce, holds.LastDay));

        agreement = await scene.EffectiveAsync(signedOn: Today.AddDays(-90));
        var over = await (await TerminateAsync(-30, -1)).ReadAsync<AgreementView>();
        Assert.False(over.InForce);

        Task<HttpResponseMessage> TerminateAsync(int notice, int last) => scene.DoAsync(
            agreement.Id, "termination", new { reason = "Other ways", noticeGivenOn = Today.AddDays(notice), lastDay = Today.AddDays(last) });
    }
}
