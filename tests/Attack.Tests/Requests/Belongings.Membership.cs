using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceDefaults.Access;
using Testing;

namespace Attack.Tests.Requests;

/// <summary>What comes with agencies that come and go and with people who change places, at home.</summary>
internal sealed partial class Belongings
{
    private const string CoreGroup = "seats?state=Active&inCoreGroup=true&take=200";

    /// <summary>A decision of the core group, whoever is in it by now, that carries; or of which all say no.</summary>
    public async Task<string> CarriedAsync(string about, string? subjectId = null, string choice = "Yes")
    {
        if ((await ListAsync(CoreGroup)).GetArrayLength() == 0)
        {
            await MakeAsync("membership", $"/task-forces/{TaskForce}/seats", Home.As(Roles.HubAdmin), new()
            {
                ["agencyId"] = Agency, ["personName"] = PersonName, ["involvement"] = "AgencyLevel", ["inCoreGroup"] = true,
            });
        }

        var decision = DecidedBy("", about, subjectId);
        decision["method"] = "CoreGroup";
        decision["decidedOn"] = Today;
        decision["ballots"] = new JsonArray([.. (await ListAsync(CoreGroup)).EnumerateArray()
            .Select(seat => new JsonObject { ["voterId"] = seat.GetProperty("id").GetString(), ["choice"] = choice })]);
        return await MakeAsync("membership", $"/task-forces/{TaskForce}/decisions", Home.As(Roles.Coordinator), decision);
    }

    /// <summary>Adopts membership terms where there are none.</summary>
    public async Task TermsAsync()
    {
        var path = $"/task-forces/{TaskForce}/membership-terms";
        using var present = await platform.SendAsync("membership", HttpMethod.Get, path, Home.As(Roles.Coordinator), null);
        if (present.StatusCode != HttpStatusCode.NotFound) return;

        using var adopted = await platform.SendAsync("membership", HttpMethod.Put, path, Home.As(Roles.Coordinator), JsonContent.Create(new
        {
            decisionId = await CarriedAsync("MembershipTerms"), openness = "Restricted", process = "CoreGroup", noticeDays = 14,
            criteria = new[] { "Serves the region." }, expectations = Array.Empty<string>(), causes = new[] { "Breach of confidentiality." },
        }));
        Assert.True(adopted.IsSuccessStatusCode, await adopted.Content.ReadAsStringAsync());
    }

    public async Task<string> ApplicationAsync() => (await ApplicantAsync()).Application;

    public async Task<(string Agency, string Application)> ApplicantAsync()
    {
        await TermsAsync();
        var agency = await ListedAgencyAsync();
        return (agency, await MakeAsync("membership", $"/task-forces/{TaskForce}/applications", Home.As(Roles.Coordinator), new()
        {
            ["agencyId"] = agency, ["statement"] = "We would like to join.",
        }));
    }

    /// <summary>Gives the agency at home notice, unless it has one.</summary>
    public async Task NoticeAsync()
    {
        await TermsAsync();
        using var given = await platform.SendAsync("membership", HttpMethod.Post, $"/task-forces/{TaskForce}/members/{Agency}/removal-notice",
            Home.As(Roles.Coordinator), JsonContent.Create(new { cause = 1, statement = "As is known." }), ifMatch: "*");
        Assert.True(given.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, await given.Content.ReadAsStringAsync());
    }

    /// <summary>An action item whose owner's seat ended without an alternate.</summary>
    public async Task<string> FlaggedAsync()
    {
        var seat = await SeatAsync();
        await MakeAsync("membership", $"/task-forces/{TaskForce}/action-items", Home.As(Roles.Coordinator), new()
        {
            ["title"] = "Bring the figures", ["ownerAgencyId"] = Agency, ["ownerSeatId"] = seat, ["dueOn"] = "2031-05-01",
        });
        await EndSeatAsync(seat);
        return (await ListAsync($"handovers?fromSeatId={seat}"))[0].GetProperty("id").GetString()!;
    }

    /// <summary>Of somebody who took over a seat, with its first item.</summary>
    public async Task<(string Orientation, string Item)> OrientationAsync()
    {
        await EndSeatAsync(await SeatAsync());
        var orientation = (await ListAsync($"orientations?seatId={await SeatAsync()}"))[0];
        return (orientation.GetProperty("id").GetString()!, orientation.GetProperty("items")[0].GetProperty("id").GetString()!);
    }

    /// <summary>By the person in a seat, who has recorded it.</summary>
    public async Task<Sample> OwnSurvivorStatusAsync()
    {
        var seat = Guid.Parse(await SeatAsync());
        using var recorded = await platform.SendAsync("membership", HttpMethod.Put, $"/task-forces/{TaskForce}/seats/{seat}/survivor-status",
            Home.As(Roles.CaseWorker) with { SeatId = seat }, JsonContent.Create(new { visibleTo = "Nobody" }));
        Assert.True(recorded.IsSuccessStatusCode, await recorded.Content.ReadAsStringAsync());
        return new(Roles.CaseWorker) { Seat = seat, Path = { ["id"] = TaskForce, ["seatId"] = seat.ToString() } };
    }

    private async Task EndSeatAsync(string seat)
    {
        using var ended = await platform.SendAsync("membership", HttpMethod.Post, $"/task-forces/{TaskForce}/seats/{seat}/end",
            Home.As(Roles.Coordinator), JsonContent.Create(new { reason = "Moved" }), ifMatch: "*");
        Assert.True(ended.IsSuccessStatusCode, await ended.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> ListAsync(string what)
    {
        using var answer = await platform.SendAsync("membership", HttpMethod.Get, $"/task-forces/{TaskForce}/{what}", Home.As(Roles.Coordinator), null);
        return await answer.ReadAsync<JsonElement>();
    }
}
