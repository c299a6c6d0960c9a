using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CaseReferral.Referrals;
using Contracts;
using ServiceDefaults.Access;
using Testing;

namespace CaseReferral.Tests;

/// <summary>Vignette 3, the shelter that refused: whoever refers to it is told why it may, and only whoever refers.</summary>
[Collection(HarborCollection.Name)]
public sealed class WarningTests(Harbor harbor)
{
    [Fact]
    public async Task A_referral_to_an_agency_that_a_protocol_names_and_that_is_not_ready_warns_its_sender_until_it_is_cured()
    {
        var lawyers = await harbor.MemberAsync("Unprepared Legal Aid", AgencyClass.VictimServices);
        var before = await harbor.ReferAsync(lawyers, urgency: "Routine");
        Assert.Empty(before.Warnings);
        var seat = await NameAsync(lawyers);

        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        ReadinessGapKind[] expected =
        [
            ReadinessGapKind.NotAcknowledged, ReadinessGapKind.TrainingUnknown, ReadinessGapKind.HoursUnknown, ReadinessGapKind.NoAgreement, ReadinessGapKind.NoAlternate,
        ];
        await Until.TrueAsync(async () => (await ReadAsync(before.Id)).Warnings.SequenceEqual(expected), "the sender is warned");
        var referral = await harbor.ReferAsync(lawyers, urgency: "Routine");
        Assert.Equal(expected, referral.Warnings);
        var listed = await (await worker.GetAsync("/referrals?direction=out&take=200")).ReadAsync<List<SentReferral>>();
        Assert.Equal(expected, listed.Single(sent => sent.Id == referral.Id).Warnings);
        Assert.All(listed.Where(sent => sent.ToAgencyId != lawyers.Id), sent => Assert.Empty(sent.Warnings));

        var receiver = await harbor.AsAsync(lawyers.As(Roles.CaseWorker));
        var received = await (await receiver.GetAsync($"/referrals/{referral.Id}")).ReadAsync<JsonElement>();
        Assert.False(received.TryGetProperty("warnings", out _));

        await ChangeAsync($"seats/{seat}/end", $"seats/{seat}", new { reason = "Moved" });
        await Until.TrueAsync(async () => (await ReadAsync(referral.Id)).Warnings.Contains(ReadinessGapKind.NoRepresentative), "nobody sits there now");
        Assert.DoesNotContain(ReadinessGapKind.NotAcknowledged, (await ReadAsync(referral.Id)).Warnings);

        async Task<SentReferral> ReadAsync(Guid id) => await (await worker.GetAsync($"/referrals/{id}")).ReadAsync<SentReferral>();
    }

    /// <summary>A protocol in force that calls this agency.</summary>
    private async Task<string> NameAsync(Agency agency)
    {
        var seat = await AskAsync("seats", new { agencyId = agency.Id, personName = "Somebody Invented", involvement = "RepresentingAgency" });
        var protocol = await AskAsync("protocols", new { topic = "CaseResponse", title = "Who is called", text = "First of all she is safe." });
        var version = $"protocols/{protocol}/versions/1";
        await ChangeAsync($"{version}/steps", version, new { steps = new[] { new { key = "lawyer", title = "Call", primary = new { agencyId = agency.Id, seatId = seat } } } }, HttpMethod.Put);
        var hubAdmin = await harbor.HubAdminAsync();
        var subject = (await (await hubAdmin.GetAsync($"/task-forces/{harbor.TaskForceId}/{version}")).ReadAsync<JsonElement>()).GetProperty("id").GetGuid();
        var coordinator = await harbor.ClientAsync("membership", new Person(Roles.Coordinator) { Hub = Harbor.Hub, TaskForceId = harbor.TaskForceId });
        var members = await (await hubAdmin.GetAsync($"/task-forces/{harbor.TaskForceId}/members?take=200")).ReadAsync<List<JsonElement>>();
        var decided = await coordinator.PostAsJsonAsync($"/task-forces/{harbor.TaskForceId}/decisions", new
        {
            about = "Protocol", subjectId = subject, question = "Shall we?", method = "Vote", decidedOn = DateOnly.FromDateTime(DateTime.UtcNow),
            ballots = members.Select(member => new { voterId = member.GetProperty("agencyId").GetGuid(), choice = "Yes" }),
        });
        var decisionId = (await decided.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetGuid();
        await ChangeAsync($"{version}/adoption", version, new { decisionId });
        return seat;
    }

    private async Task<string> AskAsync(string path, object body) =>
        (await (await (await harbor.HubAdminAsync()).PostAsJsonAsync($"/task-forces/{harbor.TaskForceId}/{path}", body))
            .ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("id").GetString()!;

    private async Task ChangeAsync(string path, string resource, object body, HttpMethod? method = null)
    {
        var hubAdmin = await harbor.HubAdminAsync();
        using var read = await hubAdmin.GetAsync($"/task-forces/{harbor.TaskForceId}/{resource}");
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, $"/task-forces/{harbor.TaskForceId}/{path}") { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(read.Headers.ETag ?? EntityTagHeaderValue.Any);
        (await hubAdmin.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
