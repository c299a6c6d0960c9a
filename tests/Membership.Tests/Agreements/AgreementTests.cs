using System.Net;
using Membership.Agreements;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Agreements.AgreementScene;

namespace Membership.Tests.Agreements;

[Collection(MembershipService.Name)]
public sealed class AgreementTests(MembershipService service)
{
    [Fact]
    public async Task It_is_drafted_opened_signed_by_all_one_of_them_after_its_board_and_in_force()
    {
        var scene = await StartAsync(service);
        var agreement = await scene.OpenAsync(expiresOn: Today.AddYears(3), board: true);
        Assert.Equal((AgreementState.OpenForSignature, AgreementVersionState.OpenForSignature), (agreement.State, agreement.Versions[0].State));

        await (await scene.SignAsync(agreement, 0)).ReadAsync<AgreementView>();
        await (await scene.AwaitBoardAsync(agreement, 1, Today.AddDays(40))).ReadAsync<AgreementView>();
        var awaiting = Assert.Single(Assert.Single(await scene.ListAsync($"awaitingSignatureOf={scene.Agencies[1]}")).Awaiting);
        Assert.Equal((SignatoryState.AwaitingBoard, Today, Today.AddDays(40)), (awaiting.State, awaiting.AwaitingBoardSince, awaiting.BoardExpectedOn));
        Assert.Empty(await scene.ListAsync($"awaitingSignatureOf={scene.Agencies[0]}"));

        Assert.Contains("boardApprovedOn", (await (await scene.SignAsync(agreement, 1)).ErrorsAsync()).Keys);
        var signed = await (await scene.SignAsync(agreement, 1, method: "ByResolution", boardApprovedOn: Today)).ReadAsync<AgreementView>();
        Assert.Equal((AgreementState.Effective, true, 1, Today), (signed.State, signed.InForce, signed.NumberInForce, signed.EffectiveOn));
        Assert.Equal(scene.Agencies.Order(), signed.Parties.Select(party => party.AgencyId).Order());

        var told = (await scene.Scene.JournalAsync(9)).Where(entry => entry.Type.StartsWith("agreement", StringComparison.Ordinal)).ToList();
        Assert.Equal(["agreement-signed", "agreement-signed", "agreement-effective"], told.Select(entry => entry.Type));
        Assert.All(told, entry => Assert.DoesNotContain("Working together", entry.Payload, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_in_force_from_the_day_that_its_terms_name_or_that_the_last_signed()
    {
        var scene = await StartAsync(service);
        var later = await scene.EffectiveAsync(startsOn: Today.AddDays(30));
        Assert.Equal((AgreementState.Effective, false, Today.AddDays(30)), (later.State, later.InForce, later.EffectiveOn));
        var earlier = await scene.EffectiveAsync(startsOn: Today.AddYears(-2), signedOn: Today.AddYears(-1));
        Assert.Equal((true, Today.AddYears(-1)), (earlier.InForce, earlier.EffectiveOn));
    }

    [Fact]
    public async Task Who_presses_six_times_signs_once()
    {
        var scene = await StartAsync(service);
        var agreement = await scene.OpenAsync();
        var signing = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.SignAsync(agreement, 0)));
        Assert.Single(signing, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(signing, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task It_is_completed_by_members_alone()
    {
        var scene = await StartAsync(service);
        var agreement = await scene.OpenAsync();
        await (await scene.SignAsync(agreement, 0)).ReadAsync<AgreementView>();
        Assert.Equal(HttpStatusCode.NoContent, (await scene.Scene.LeaveAsync(scene.TaskForce, scene.Agencies[0])).StatusCode);
        // The last signature would bind one that is gone; and one that is gone signs nothing, in ink neither.
        Assert.Equal("not-a-member", await (await scene.SignAsync(agreement, 1)).ProblemAsync(HttpStatusCode.Conflict));
        var other = await StartAsync(service);
        var open = await other.OpenAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await other.Scene.LeaveAsync(other.TaskForce, other.Agencies[0])).StatusCode);
        Assert.Equal("not-a-member", await (await other.SignAsync(open, 0, other.Coordinator, "WetInk")).ProblemAsync(HttpStatusCode.Conflict));
        Assert.Equal(AgreementState.OpenForSignature, (await scene.ReadAsync(agreement.Id)).State);
    }

    [Fact]
    public async Task Whoever_is_gone_signs_nothing_and_what_they_signed_in_ink_before_is_recorded()
    {
        var scene = await StartAsync(service);
        var agreement = await scene.OpenAsync();
        var seat = await scene.Scene.SeatAsync(scene.TaskForce, scene.Agencies[0], name: "Former Director");
        (await scene.Scene.EndSeatAsync(scene.TaskForce, seat.Id)).EnsureSuccessStatusCode();
        Assert.Contains("seatId", (await (await scene.SignAsync(agreement, 0, seat: seat.Id)).ErrorsAsync()).Keys);
        var inInk = await scene.SignAsync(agreement, 0, scene.Coordinator, "WetInk", Today.AddDays(-1), seat: seat.Id);
        Assert.Equal(HttpStatusCode.OK, inInk.StatusCode);
    }

    [Fact]
    public async Task Only_an_agencys_own_administrator_signs_for_it_and_a_coordinator_records_ink()
    {
        var scene = await StartAsync(service);
        var agreement = await scene.OpenAsync();
        foreach (var (by, method) in new[] { (scene.AdminOf(1), "WetInk"), (scene.Coordinator, "Electronic") })
            Assert.Equal(HttpStatusCode.Forbidden, (await scene.SignAsync(agreement, 0, by, method)).StatusCode);
        Assert.Contains("seatId", (await (await scene.SignAsync(agreement, 0, seat: Guid.NewGuid())).ErrorsAsync()).Keys);
        Assert.Contains("signedOn", (await (await scene.SignAsync(agreement, 0, signedOn: Today.AddDays(1))).ErrorsAsync()).Keys);
        Assert.Equal("no-board", await (await scene.AwaitBoardAsync(agreement, 0)).ProblemAsync(HttpStatusCode.Conflict));

        var inked = await (await scene.SignAsync(agreement, 0, scene.Coordinator, "WetInk", Today.AddDays(-3))).ReadAsync<AgreementView>();
        var signatory = inked.Versions[0].Signatories.Single(one => one.AgencyId == scene.Agencies[0]);
        Assert.Equal((SignatoryState.Signed, SignatureMethod.WetInk, true), (signatory.State, signatory.Method, signatory.RecordedByCoordinator));
        Assert.Equal("state-conflict", await (await scene.SignAsync(agreement, 0)).ProblemAsync(HttpStatusCode.Conflict));
        var own = await (await scene.SignAsync(agreement, 1)).ReadAsync<AgreementView>();
        Assert.False(own.Versions[0].Signatories.Single(one => one.AgencyId == scene.Agencies[1]).RecordedByCoordinator);
    }

    [Fact]
    public async Task Nothing_is_opened_without_a_document_sensible_days_and_two_members()
    {
        var scene = await StartAsync(service);
        var draft = await scene.DraftAsync();
        Assert.Equal("no-document", await (await scene.DoAsync(draft.Id, "opening")).ProblemAsync(HttpStatusCode.Conflict));
        await scene.AttachAsync(draft.Id, 1);
        Assert.Equal("too-few-parties", await (await scene.DoAsync(draft.Id, "opening")).ProblemAsync(HttpStatusCode.Conflict));
        foreach (var signatories in new[] { new[] { scene.Agencies[0], scene.Agencies[0] }, [scene.Agencies[0], Guid.NewGuid()] })
        {
            var named = await scene.SendAsync(HttpMethod.Put, draft.Id, "signatories", new
            {
                signatories = signatories.Select(agencyId => new { agencyId, capacity = "Chief" }),
            });
            Assert.Contains("signatories", (await named.ErrorsAsync()).Keys);
        }

        foreach (var (startsOn, expiresOn) in new (DateOnly?, DateOnly)[] { (null, Today.AddDays(-1)), (Today.AddDays(20), Today.AddDays(10)) })
        {
            var changed = await scene.SendAsync(HttpMethod.Put, draft.Id, "", new { title = "Other", terms = Terms(startsOn, expiresOn) });
            Assert.Contains("terms.expiresOn", (await changed.ErrorsAsync()).Keys);
        }

        await scene.NameAsync(draft);
        await scene.Scene.LeaveAsync(scene.TaskForce, scene.Agencies[1]);
        Assert.Equal("not-a-member", await (await scene.DoAsync(draft.Id, "opening")).ProblemAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Agreements_are_found_by_state_kind_party_and_expiry()
    {
        var scene = await StartAsync(service);
        var draft = await scene.DraftAsync("InformationSharing");
        var soon = await scene.EffectiveAsync(expiresOn: Today.AddDays(50));
        var later = await scene.EffectiveAsync(expiresOn: Today.AddDays(500));
        await Is($"expiringBefore={Today.AddDays(90):yyyy-MM-dd}", soon.Id);
        await Is("kind=InformationSharing", draft.Id);
        await Is("state=Drafting", draft.Id);
        await Is("state=Effective", soon.Id, later.Id);
        await Is($"agencyId={scene.Agencies[0]}&kind=MOU", soon.Id, later.Id);
        await Is($"agencyId={Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Scene.As(Roles.Coordinator).GetAsync(scene.All)).StatusCode);

        async Task Is(string query, params Guid[] expected) =>
            Assert.Equal(expected.Order(), (await scene.ListAsync(query)).Select(agreement => agreement.Id).Order());
    }
}
