using System.Net;
using System.Text.Json;
using CaseReferral.Referrals;
using Contracts;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace CaseReferral.Tests;

/// <summary>Vignette 1, the detective who was promoted: what his agency's referrals show of it, and what nobody waits for any more.</summary>
public sealed class ContactTests(HurriedHarbor harbor) : IClassFixture<HurriedHarbor>
{
    [Fact]
    public async Task When_the_only_contact_moves_on_his_referrals_return_and_those_to_his_successor_say_that_the_contact_is_new()
    {
        var police = await harbor.MemberAsync("Bay City Police", AgencyClass.LawEnforcement);
        var detective = await SeatAsync(police, "Detective Invented");
        Assert.True((await MembershipAsync(police)).GetProperty("dependsOnOnePerson").GetBoolean());
        var waiting = await harbor.ReferAsync(police, urgency: "Routine");
        Assert.Null(waiting.Contact);

        await EndAsync(detective);
        await Until.TrueAsync(async () => (await ReadAsync(waiting.Id)).ReceiverGone, "nobody is left who would answer, so it is back with its sender");
        Assert.True((await ReadAsync(waiting.Id)).NeedsAttention);
        Assert.Single(await harbor.FactsAsync("referral-returned", waiting.Id));

        var successor = await SeatAsync(police, "Successor Invented");
        var referral = await harbor.ReferAsync(police, urgency: "Routine");
        await Until.TrueAsync(async () => (await ReadAsync(referral.Id)).Contact is not null, "the sender sees that the contact is new");
        var contact = (await ReadAsync(referral.Id)).Contact!;
        Assert.Equal((DateOnly.FromDateTime(DateTime.UtcNow), false), (contact.NewSince, contact.OrientationComplete));
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        var listed = await (await worker.GetAsync("/referrals?direction=out&take=200")).ReadAsync<List<SentReferral>>();
        Assert.NotNull(listed.Single(sent => sent.Id == referral.Id).Contact);
        Assert.NotNull((await harbor.ReferAsync(police, urgency: "Routine")).Contact);

        await CompleteOrientationAsync(successor);
        await Until.TrueAsync(async () => (await ReadAsync(referral.Id)).Contact is null, "the successor has been shown everything");
        Assert.False((await ReadAsync(referral.Id)).ReceiverGone);
    }

    [Fact]
    public async Task With_an_alternate_the_referrals_stay_with_the_agency_and_its_contact_is_new_once_the_alternate_succeeds()
    {
        var police = await harbor.MemberAsync("River City Police", AgencyClass.LawEnforcement);
        var detective = await SeatAsync(police, "Detective Invented");
        var alternate = await SeatAsync(police, "Alternate Invented", detective);
        var referral = await harbor.ReferAsync(police, urgency: "Routine");
        await EndAsync(detective);
        await ChangeAsync($"seats/{alternate}/succession", $"seats/{alternate}", body: null);

        await Until.TrueAsync(async () => (await ReadAsync(referral.Id)).Contact is not null, "the contact is new");
        Assert.False((await ReadAsync(referral.Id)).ReceiverGone);
        // With the seat ends what was said of it; and with the last one the wait.
        await EndAsync(alternate);
        await Until.TrueAsync(async () => await ReadAsync(referral.Id) is { Contact: null, ReceiverGone: true }, "nobody is left");
    }

    [Fact]
    public async Task A_suspended_agencys_open_referrals_come_back_and_it_is_referred_to_again_once_it_is_reinstated()
    {
        var shelter = await harbor.MemberAsync("Resting Shelter", AgencyClass.VictimServices);
        var open = await harbor.ReferAsync(shelter, urgency: "Routine");
        await ChangeAsync($"members/{shelter.Id}/suspension", $"members/{shelter.Id}", new { reason = "Its licence is under review." });

        await Until.TrueAsync(async () => await ReadAsync(open.Id) is { ReceiverGone: true, NeedsAttention: true }, "the open referral is back");
        var client = await harbor.TakeInAsync();
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        using (var refused = await worker.PostAsync("/referrals", Harbor.Need(client.Id, shelter.Id), null))
            Assert.Equal("agency-not-in-task-force", await refused.ProblemAsync(HttpStatusCode.Conflict));

        await ChangeAsync($"members/{shelter.Id}/reinstatement", $"members/{shelter.Id}", new { reason = "The licence is renewed." });
        await Until.TrueAsync(
            async () =>
            {
                using var made = await worker.PostAsync("/referrals", Harbor.Need(client.Id, shelter.Id), null);
                return made.StatusCode == HttpStatusCode.Created;
            },
            "it can be referred to again");
        Assert.True((await ReadAsync(open.Id)).ReceiverGone);
    }

    [Fact]
    public async Task With_a_seat_end_its_places_on_case_teams_and_the_audit_says_so()
    {
        var agency = await harbor.MemberAsync("Second Advocates", AgencyClass.VictimServices);
        var (leaving, staying) = (await SeatAsync(agency, "Leaving Invented"), await SeatAsync(agency, "Staying Invented"));
        var worker = agency.As(Roles.CaseWorker) with { SeatId = leaving };
        var client = await harbor.TakeInAsync(worker);
        var other = await harbor.TakeInAsync(agency.As(Roles.CaseWorker, 2) with { SeatId = staying });
        Assert.Equal(HttpStatusCode.OK, (await (await harbor.AsAsync(worker)).GetAsync($"/clients/{client.Id}")).StatusCode);

        await EndAsync(leaving);
        await Until.TrueAsync(
            () => harbor.QueryAsync(async db => !await db.CaseTeams.AnyAsync(member => member.ClientId == client.Id)), "the place on the team has ended");
        Assert.True(await harbor.QueryAsync(db => db.CaseTeams.AnyAsync(member => member.ClientId == other.Id)));
        Assert.Equal("CaseTeamPlaceEnded", await harbor.QueryAsync(db =>
            db.AuditEntries.Where(entry => entry.ResourceId == client.Id && entry.Subject == "membership").Select(entry => entry.Action).SingleAsync()));
        var supervisor = await harbor.AsAsync(agency.As(Roles.Supervisor, 3));
        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync($"/clients/{client.Id}")).StatusCode);
    }

    private string Path(string of) => $"/task-forces/{harbor.TaskForceId}/{of}";

    private async Task<SentReferral> ReadAsync(Guid referral) =>
        await (await (await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker))).GetAsync($"/referrals/{referral}")).ReadAsync<SentReferral>();

    private async Task<JsonElement> MembershipAsync(Agency agency) =>
        await (await (await harbor.HubAdminAsync()).GetAsync(Path($"members/{agency.Id}"))).ReadAsync<JsonElement>();

    private async Task<Guid> SeatAsync(Agency agency, string name, Guid? alternateFor = null)
    {
        var seat = await (await harbor.HubAdminAsync()).PostAsJsonAsync(Path("seats"), new
        {
            agencyId = agency.Id, personName = name, involvement = "RepresentingAgency", alternateForSeatId = alternateFor,
        });
        return (await seat.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private Task EndAsync(Guid seat) => ChangeAsync($"seats/{seat}/end", $"seats/{seat}", new { reason = "Moved" });

    private async Task CompleteOrientationAsync(Guid seat)
    {
        var listed = await (await (await harbor.HubAdminAsync()).GetAsync(Path($"orientations?seatId={seat}"))).ReadAsync<JsonElement>();
        var orientation = listed.EnumerateArray().Single();
        var path = $"orientations/{orientation.GetProperty("id").GetGuid()}";
        foreach (var item in orientation.GetProperty("items").EnumerateArray())
            await ChangeAsync($"{path}/items/{item.GetProperty("id").GetGuid()}/completion", path, new { doneOn = DateTime.UtcNow.ToString("yyyy-MM-dd") });
    }

    /// <summary>Reads the resource for its ETag, then uses a verb with that.</summary>
    private async Task ChangeAsync(string verb, string resource, object? body)
    {
        var admin = await harbor.HubAdminAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path(verb)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.IfMatch.Add((await admin.GetAsync(Path(resource))).Headers.ETag!);
        using var answer = await admin.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{verb}: {await answer.Content.ReadAsStringAsync()}");
    }
}
