using System.Net;
using Membership.Agreements;
using Testing;
using static Membership.Tests.Agreements.AgreementScene;

namespace Membership.Tests.Agreements;

/// <summary>State × verb × role: what is not in this table is refused.</summary>
[Collection(MembershipService.Name)]
public sealed class AgreementTableTests(MembershipService service)
{
    private static readonly AgreementVerb[] Signs = [AgreementVerb.Sign, AgreementVerb.AwaitBoard, AgreementVerb.Withdraw];

    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Drafting"] = "ChangeTerms NameSignatories AttachDocument DraftVersion Open Abandon",
        ["OpenForSignature"] = "DraftVersion AwaitBoard Sign Abandon",
        ["Effective"] = "DraftVersion Withdraw Terminate",
        ["Effective, amendment drafted"] = "ChangeTerms NameSignatories AttachDocument DraftVersion Open DropVersion Withdraw Terminate",
        ["Effective, amendment open"] = "DraftVersion AwaitBoard Sign DropVersion Withdraw Terminate",
        ["Terminated"] = "",
        ["Abandoned"] = "",
    };

    [Fact]
    public async Task What_a_state_does_not_allow_is_refused_to_everybody()
    {
        var scene = await StartAsync(service);
        foreach (var state in Allowed.Keys) await HoldsAsync(scene, state);
    }

    private static async Task HoldsAsync(AgreementScene scene, string state)
    {
        var refused = await InAsync(scene, state);
        foreach (var verb in Enum.GetValues<AgreementVerb>())
        {
            var allowed = Allowed[state].Split(' ').Contains(verb.ToString());
            // What is allowed changes it, so each such verb has an agreement of its own.
            var agreement = allowed ? await InAsync(scene, state) : refused;
            if (!Signs.Contains(verb)) Assert.Equal(HttpStatusCode.Forbidden, (await TryAsync(scene, agreement, verb, scene.AdminOf(1))).StatusCode);
            else Assert.Equal(HttpStatusCode.Forbidden, (await TryAsync(scene, agreement, verb, scene.AdminOf(0))).StatusCode);

            var answer = await TryAsync(scene, agreement, verb, Signs.Contains(verb) ? scene.AdminOf(1) : scene.Coordinator);
            if (allowed) Assert.True(answer.IsSuccessStatusCode, $"{state} {verb}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            else Assert.Equal((verb, "state-conflict"), (verb, await answer.ProblemAsync(HttpStatusCode.Conflict)));
        }
    }

    private static async Task<AgreementView> InAsync(AgreementScene scene, string state)
    {
        switch (state)
        {
            case "Drafting": return await scene.ReadyAsync(board: true);
            case "OpenForSignature": return await scene.OpenAsync(board: true);
            case "Effective": return await scene.EffectiveAsync();
            case "Effective, amendment drafted": return await scene.AmendingAsync(open: false);
            case "Effective, amendment open":
                var amending = await scene.AmendingAsync(open: false);
                await scene.NameAsync(amending, board: true);
                return await (await scene.DoAsync(amending.Id, "opening")).ReadAsync<AgreementView>();
            case "Terminated":
                var effective = await scene.EffectiveAsync();
                return await (await TryAsync(scene, effective, AgreementVerb.Terminate, scene.Coordinator)).ReadAsync<AgreementView>();
            default:
                var ready = await scene.ReadyAsync();
                await TryAsync(scene, ready, AgreementVerb.Abandon, scene.Coordinator);
                return await scene.ReadAsync(ready.Id);
        }
    }

    private static Task<HttpResponseMessage> TryAsync(AgreementScene scene, AgreementView agreement, AgreementVerb verb, HttpClient by) => verb switch
    {
        AgreementVerb.ChangeTerms => scene.SendAsync(HttpMethod.Put, agreement.Id, "", new { title = "Other", terms = Terms() }, by),
        AgreementVerb.NameSignatories => scene.SendAsync(HttpMethod.Put, agreement.Id, "signatories", new
        {
            signatories = scene.Agencies.Select(agencyId => new { agencyId, capacity = "Chief" }),
        }, by),
        AgreementVerb.AttachDocument => scene.AttachAsync(agreement.Id, agreement.Versions[0].Number, [.. Document, (byte)'\r', (byte)'\n'], by: by),
        AgreementVerb.DraftVersion => scene.DoAsync(agreement.Id, "versions", new { note = "Again", terms = Terms() }, by),
        AgreementVerb.Open => scene.DoAsync(agreement.Id, "opening", by: by),
        AgreementVerb.AwaitBoard => scene.AwaitBoardAsync(agreement, 1, by: by),
        AgreementVerb.Sign => scene.SignAsync(agreement, 1, by, boardApprovedOn: Today),
        AgreementVerb.DropVersion => scene.SendAsync(HttpMethod.Delete, agreement.Id, $"versions/{agreement.Versions[0].Number}", by: by),
        AgreementVerb.Withdraw => scene.DoAsync(
            agreement.Id, "withdrawals", new { agencyId = scene.Agencies[1], reason = "Merged", noticeGivenOn = Today, lastDay = Today }, by),
        AgreementVerb.Terminate => scene.DoAsync(agreement.Id, "termination", new { reason = "Other ways", noticeGivenOn = Today, lastDay = Today }, by),
        _ => scene.SendAsync(HttpMethod.Delete, agreement.Id, "", by: by),
    };
}
