using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceDefaults.Access;
using Testing;

namespace Attack.Tests.Requests;

/// <summary>What is further on: adopted, in force, vetted, suspended, so that what only then can be done is done.</summary>
internal sealed partial class Belongings
{
    /// <summary>Guiding principles that are adopted, by their number.</summary>
    public async Task<string> AdoptedPrinciplesAsync()
    {
        var (id, number) = await PrinciplesAsync();
        await DoAsync($"/task-forces/{TaskForce}/guiding-principles/{number}/adoption", new() { ["decisionId"] = await CarriedAsync("GuidingPrinciples", id) });
        return number;
    }

    /// <summary>Sees to it that an arrangement is in force.</summary>
    public async Task ArrangedAsync()
    {
        var arrangement = await this.ArrangementAsync();
        await DoAsync($"/task-forces/{TaskForce}/leadership/arrangements/{arrangement}/adoption", new()
        {
            ["decisionId"] = await CarriedAsync("Leadership", arrangement), ["inForceFrom"] = Today,
        });
    }

    /// <summary>An adopted protocol, and the id of its version.</summary>
    public async Task<(string Protocol, string Version)> AdoptedProtocolAsync(string title)
    {
        var protocol = await ProtocolAsync(title);
        var version = await DraftAsync(protocol);
        await DoAsync($"/task-forces/{TaskForce}/protocols/{protocol}/versions/1/adoption", new() { ["decisionId"] = await CarriedAsync("Protocol", version) });
        return (protocol, version);
    }

    public async Task<string> VettedAsync() => (await VettedApplicantAsync()).Application;

    public async Task<(string Agency, string Application)> VettedApplicantAsync()
    {
        var (agency, application) = await ApplicantAsync();
        await DoAsync($"/task-forces/{TaskForce}/applications/{application}/vetting", new()
        {
            ["criteria"] = new JsonArray(new JsonObject { ["number"] = 1, ["outcome"] = "Met" }),
        });
        return (agency, application);
    }

    public async Task<string> SuspendedMemberAsync()
    {
        var agency = await MemberAsync();
        await DoAsync($"/task-forces/{TaskForce}/members/{agency}/suspension", new() { ["reason"] = "Until it has answered." });
        return agency;
    }

    /// <summary>Signed by both, in ink.</summary>
    public async Task<string> AgreementInForceAsync()
    {
        var (agreement, _) = await OpenAgreementAsync();
        var path = $"/task-forces/{TaskForce}/agreements/{agreement}";
        using var open = await platform.SendAsync("membership", HttpMethod.Get, path, Home.As(Roles.Coordinator), null);
        foreach (var signatory in (await open.ReadAsync<JsonElement>()).GetProperty("versions")[0].GetProperty("signatories").EnumerateArray())
        {
            var agency = signatory.GetProperty("agencyId").GetString()!;
            await DoAsync($"{path}/signatories/{signatory.GetProperty("id").GetString()}/signature", new()
            {
                ["method"] = "WetInk", ["signedOn"] = Today, ["boardApprovedOn"] = agency == Agency ? Today : null,
                ["seatId"] = await MakeAsync("membership", $"/task-forces/{TaskForce}/seats", Home.As(Roles.HubAdmin), new()
                {
                    ["agencyId"] = agency, ["personName"] = PersonName, ["involvement"] = "RepresentingAgency",
                }),
            });
        }

        return agreement;
    }
}
