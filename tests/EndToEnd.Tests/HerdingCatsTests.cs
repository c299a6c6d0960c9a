using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Demonstration;
using Demonstration.Fable;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>Chapter 3: the protocol drawn as a picture, the acknowledgement that is missing, the MOU that awaits a signature.</summary>
[Collection(FableCollection.Name)]
public sealed class HerdingCatsTests(FablePlayed fable)
{
    private Actor Coordinator => fable.Cast.Coordinator;

    private string TaskForce => fable.Cast.TaskForce;

    private string Version => $"{TaskForce}/protocols/{fable.Cats.Protocol}/versions/1";

    [Fact]
    public async Task Vision_and_mission_stand_on_a_vote_of_the_members()
    {
        var vision = Assert.Single((await Coordinator.GetAsync($"{TaskForce}/visions?state=Adopted")).EnumerateArray());
        Assert.Equal("Create survivors through collaboration.", vision.GetProperty("vision").GetString());
        var decision = await Coordinator.GetAsync($"{TaskForce}/decisions/{vision.GetProperty("decisionId").GetGuid()}");
        Assert.Equal(("Vote", "Carried", 8), (decision.GetProperty("method").GetString(), decision.GetProperty("result").GetString(), decision.GetProperty("ballots").GetArrayLength()));
    }

    [Fact]
    public async Task The_MOU_awaits_one_signature_and_says_whose_board_has_it()
    {
        var agreement = await Coordinator.GetAsync($"{TaskForce}/agreements/{fable.Cats.Agreement}");
        Assert.False(agreement.GetProperty("inForce").GetBoolean());
        var signatories = agreement.GetProperty("versions")[0].GetProperty("signatories").EnumerateArray().ToList();
        Assert.Equal(3, signatories.Count(signatory => signatory.GetProperty("state").GetString() == "Signed"));
        var awaiting = Assert.Single(signatories, signatory => signatory.GetProperty("state").GetString() == "AwaitingBoard");
        Assert.Equal(fable.Cast.IdOf(Cast.FirstShelter), awaiting.GetProperty("agencyId").GetGuid());

        using var document = await fable.Cast.AdministratorOf(Cast.Prosecutor).AskAsync(HttpMethod.Get, $"{TaskForce}/agreements/{fable.Cats.Agreement}/versions/1/document");
        Assert.Equal(Paper.Pdf("Memorandum of understanding"), await document.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_protocol_is_drawn_with_everybody_who_is_called()
    {
        using var picture = await Coordinator.AskAsync(HttpMethod.Get, $"{Version}/flowchart.svg");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        var drawn = XDocument.Parse(await picture.Content.ReadAsStringAsync()).Root!.Value;
        var words = string.Concat(drawn.Where(letter => !char.IsWhiteSpace(letter)));
        foreach (var agency in Cast.Founders.Concat(Cast.Providers))
            Assert.Contains(string.Concat(agency.Name.Where(letter => !char.IsWhiteSpace(letter))), words, StringComparison.Ordinal);
        using var mermaid = await Coordinator.AskAsync(HttpMethod.Get, $"{Version}/flowchart.mmd");
        Assert.Contains("flowchart", await mermaid.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Each of its steps says who is called where the first cannot be had.
        foreach (var step in (await Coordinator.GetAsync(Version)).GetProperty("steps").EnumerateArray())
        {
            var backup = step.GetProperty("backups")[0].GetProperty("agencyId").GetGuid();
            var name = Cast.Founders.Concat(Cast.Providers).Single(agency => fable.Cast.IdOf(agency) == backup).Name;
            Assert.Contains($"Backup1:{string.Concat(name.Where(letter => !char.IsWhiteSpace(letter)))}", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_victim_advocate_is_the_central_contact_whom_the_protocol_calls_first()
    {
        var advocate = fable.Cast.Seats[Cast.VictimServices.Key];
        var seat = await Coordinator.GetAsync($"{TaskForce}/seats/{advocate}");
        Assert.StartsWith("Central contact", seat.GetProperty("role").GetString(), StringComparison.Ordinal);
        var steps = (await Coordinator.GetAsync(Version)).GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(advocate, steps[0].GetProperty("primary").GetProperty("seatId").GetGuid());
        Assert.Equal(6, steps.Count);
        Assert.All(steps, step =>
        {
            var backup = Assert.Single(step.GetProperty("backups").EnumerateArray());
            Assert.NotEqual(step.GetProperty("primary").GetProperty("agencyId").GetGuid(), backup.GetProperty("agencyId").GetGuid());
        });
        var given = (await Coordinator.GetAsync($"{Version}/acknowledgements?state=Given")).EnumerateArray().ToList();
        Assert.Equal(
            [advocate],
            given.Where(acknowledgement => acknowledgement.GetProperty("givenBy").GetString() == "Person").Select(acknowledgement => acknowledgement.GetProperty("seatId").GetGuid()));
    }

    [Fact]
    public async Task One_acknowledgement_is_missing_and_the_readiness_says_so()
    {
        var missing = Assert.Single((await Coordinator.GetAsync($"{Version}/acknowledgements?state=Asked")).EnumerateArray());
        Assert.Equal(fable.Cast.Seats[Cast.FirstShelter.Key], missing.GetProperty("seatId").GetGuid());
        var gaps = (await Coordinator.GetAsync($"{TaskForce}/readiness/gaps?open=true&agencyId={fable.Cast.IdOf(Cast.FirstShelter)}&take=200")).EnumerateArray().ToList();
        Assert.Superset(new HashSet<string> { "NotAcknowledged", "NoAgreement" }, gaps.Select(gap => gap.GetProperty("kind").GetString()!).ToHashSet());
        Assert.All(gaps, gap => Assert.NotEqual(JsonValueKind.Null, gap.GetProperty("since").ValueKind));
    }

    [Fact]
    public async Task Whoever_has_a_report_at_three_in_the_morning_is_told_whom_to_call_and_at_which_number()
    {
        var routed = await fable.Cast.WorkerOf(Cast.Police).PostAsync($"{TaskForce}/routing", new
        {
            at = "2026-03-04T11:00:00Z", traffickingType = "Sex", citizenship = "ForeignNational", victims = 2, minors = false, languages = new[] { "tha" }, area = "US-CA",
        });
        var calls = routed.GetProperty("calls").EnumerateArray().ToList();
        Assert.Equal(12, calls.Count);
        Assert.All(calls, call => Assert.NotEqual(0, call.GetProperty("reasons").GetArrayLength()));
        Assert.All(calls, call => Assert.StartsWith("+1202555010", call.GetProperty("phones")[0].GetProperty("number").GetString(), StringComparison.Ordinal));
        Assert.Contains(calls, call => call.GetProperty("agencyId").GetGuid() == fable.Cast.IdOf(Cast.FirstShelter) && call.GetProperty("warnings").GetArrayLength() > 0);
        // At three in the morning the shelter with somebody at its door comes before the one that opens at nine.
        var beds = calls.Where(call => call.GetProperty("step").GetString() == "shelter").ToList();
        Assert.Equal([fable.Cast.IdOf(Cast.SecondShelter), fable.Cast.IdOf(Cast.FirstShelter)], beds.Select(call => call.GetProperty("agencyId").GetGuid()));
        Assert.Equal(["after Call the central contact; open now", "after Call the central contact; opens in 6 h"], beds.Select(call => call.GetProperty("says").GetString()));
    }

    [Fact]
    public async Task Three_committees_meet_and_nobody_outside_reads_of_it()
    {
        var committees = await Coordinator.GetAsync($"{TaskForce}/committees");
        Assert.Equal(["Law Enforcement", "Outreach", "Victim Services"], committees.EnumerateArray().Select(committee => committee.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        var stranger = await fable.Stage.IntroduceAsync(fable.Admin, "harbor-data-protection", new { name = "Data protection", hub = Cast.Hub, roles = new[] { "data-protection" } });
        foreach (var path in new[] { "committees", "agreements", "protocols", "meetings", "decisions" })
        {
            using var answer = await stranger.AskAsync(HttpMethod.Get, $"{TaskForce}/{path}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }
}
