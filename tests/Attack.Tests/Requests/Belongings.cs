using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attack.Tests.Platform;
using Contracts;
using ServiceDefaults.Access;
using Testing;

namespace Attack.Tests.Requests;

/// <summary>New things of those at home, made over HTTP by whoever may: what an attack is aimed at.</summary>
internal sealed partial class Belongings(AttackedPlatform platform, string service)
{
    public Place Home => platform.Home;

    public string TaskForce => Home.TaskForceId.ToString();

    public string Agency => Home.Agencies[AgencyClass.VictimServices].ToString();

    public string Receiver => platform.Sender.Agencies[AgencyClass.VictimServices].ToString();

    public async Task<string> FaultAsync() => (await platform.FaultAsync(service)).ToString();

    /// <summary>The agency's administrator, as its hub's office or the agency itself would register it.</summary>
    public JsonObject Administrator() => new()
    {
        ["name"] = "Administration", ["roles"] = new JsonArray(Roles.AgencyAdmin), ["agencyId"] = Agency, ["agencyClass"] = "VictimServices",
        ["hub"] = Home.Hub, ["taskForceId"] = TaskForce, ["scopes"] = new JsonArray("cases"), ["jwks"] = Keys(),
    };

    /// <summary>A key set with one key on P-256.</summary>
    public static JsonObject Keys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "EC", ["kid"] = "first", ["use"] = "sig", ["alg"] = "ES256", ["crv"] = "P-256",
                ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y), ["n"] = null, ["e"] = null,
            }),
        };
    }

    /// <summary>A registered client with a secret.</summary>
    public async Task<string> RegisteredAsync()
    {
        var client = Administrator();
        client.Remove("jwks");
        return await MakeAsync("identity", "/clients", new(Roles.PlatformAdmin), client, "clientId");
    }

    public async Task<string> ListedAgencyAsync()
    {
        using var answer = await platform.SendAsync("membership", HttpMethod.Post, "/agencies/import?agencyClass=Other&agencyType=NGO",
            Home.As(Roles.HubAdmin), JsonContent.Create(new { id = Guid.NewGuid(), name = "One more agency" }));
        return (await answer.ReadAsync<JsonElement>()).GetProperty("agencies")[0].GetProperty("id").GetString()!;
    }

    /// <summary>One more member at home: admitted as the terms say, for whoever founded it did so before there were terms.</summary>
    public async Task<string> MemberAsync()
    {
        var (agency, application) = await VettedApplicantAsync();
        using var admitted = await platform.SendAsync("membership", HttpMethod.Post, $"/task-forces/{TaskForce}/applications/{application}/admission",
            Home.As(Roles.CoreGroup), JsonContent.Create(new { decisionId = await CarriedAsync("Application", application), reason = "It brings what we lack." }), "*");
        Assert.True(admitted.IsSuccessStatusCode, await admitted.Content.ReadAsStringAsync());
        return agency;
    }

    public Task<string> SeatAsync() => SeatAsync(Home);

    /// <summary>A decision that is carried by one agency's yes, where it is the only one.</summary>
    public static JsonObject DecidedBy(string voter, string about = "Other", string? subjectId = null) => new()
    {
        ["about"] = about, ["subjectId"] = subjectId, ["subjectRevision"] = null, ["meetingId"] = null, ["committeeId"] = null, ["question"] = "Shall we?", ["method"] = "Vote",
        ["decidedOn"] = "2026-01-15", ["ballots"] = new JsonArray(new JsonObject { ["voterId"] = voter, ["choice"] = "Yes" }),
    };

    public Task<string> DecisionAsync(string about = "Other", string? subjectId = null) =>
        MakeAsync("membership", $"/task-forces/{TaskForce}/decisions", Home.As(Roles.Coordinator), DecidedBy(Agency, about, subjectId));

    public static string PersonName => "Somebody Invented";

    /// <summary>A seat of the victim service provider at a place, with somebody in it who has no other.</summary>
    public Task<string> SeatAsync(Place at) => MakeAsync("membership", $"/task-forces/{at.TaskForceId}/seats", at.As(Roles.HubAdmin), new()
    {
        ["agencyId"] = at.Agencies[AgencyClass.VictimServices].ToString(), ["personName"] = $"{PersonName} {Guid.NewGuid():n}", ["involvement"] = "RepresentingAgency",
    });

    /// <summary>A client on the case team of the case worker at home.</summary>
    public Task<string> ClientAsync() => TakeInAsync(Home);

    /// <summary>A referral that awaits the answer of the agency of this class at home.</summary>
    public Task<string> ReceivedAsync(AgencyClass agencyClass) => ReferAsync(platform.Sender, Home.Agencies[agencyClass].ToString());

    public Task<string> SentAsync() => ReferAsync(Home, Receiver);

    public Task<string> RebuildAsync() => MakeAsync(AttackedPlatform.Reporting, "/rebuilds", new(Roles.Ops), null);

    private Task<string> TakeInAsync(Place at) => MakeAsync("case-referral", "/clients", at.As(Roles.CaseWorker), new()
    {
        ["kind"] = "Principal", ["intake"] = "New", ["ageBand"] = "From18To24", ["gender"] = "Feminine", ["languages"] = new JsonArray("tha"),
        ["traffickingType"] = "Sex", ["traffickingStatus"] = "PossibleVictimOfTrafficking",
    });

    private async Task<string> ReferAsync(Place from, string to) => await MakeAsync("case-referral", "/referrals", from.As(Roles.CaseWorker), new()
    {
        ["clientId"] = await TakeInAsync(from), ["toAgencyId"] = to, ["services"] = new JsonArray("EmergencyHousing"),
        ["languages"] = new JsonArray("tha"), ["urgency"] = "Routine",
    });

    /// <summary>Makes something, and gives its id or whatever else names it.</summary>
    public async Task<string> MakeAsync(string at, string path, Person by, JsonObject? body, string id = "id")
    {
        using var answer = await platform.SendAsync(at, HttpMethod.Post, path, by, body is null ? null : JsonContent.Create(body));
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Accepted, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(id).ToString();
    }
}
