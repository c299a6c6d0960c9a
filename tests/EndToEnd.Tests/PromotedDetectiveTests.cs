using System.Net;
using System.Text.Json;
using Demonstration;
using EndToEnd.Tests.Failure;
using Testing;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>
/// Vignette 1, the detective who was promoted, from one end of the platform to the other: what each service makes of it
/// alone is in its own tests. In a hub of its own, so that it counts in nobody's report.
/// </summary>
[Collection(FableCollection.Name)]
public sealed class PromotedDetectiveTests(FablePlayed fable)
{
    private const string Hub = "bay";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private Scene scene = null!;

    private string TaskForce => $"/api/membership/task-forces/{scene.TaskForceId}";

    [Fact]
    public async Task His_access_stops_what_he_held_is_passed_on_flagged_or_back_and_whoever_follows_is_shown_everything()
    {
        await fable.Admin.PostAsync("/api/membership/hubs", new { code = Hub, name = "Bay Region" });
        var hubAdmin = await fable.Stage.IntroduceAsync(fable.Admin, "bay-hub-admin", new { name = "Bay hub office", hub = Hub, roles = new[] { "hub-admin" } });
        scene = await Scene.SetAsync(fable.Stage, hubAdmin, Hub, Hub);
        var (police, administrator) = await PoliceAsync(hubAdmin);

        // Long before: one representative, no alternate.
        var detective = await SeatAsync(police, "Detective Invented");
        var warned = (await scene.Coordinator.GetAsync($"{TaskForce}/members?dependsOnOnePerson=true")).EnumerateArray();
        Assert.Equal(police, Assert.Single(warned).GetProperty("agencyId").GetGuid());
        var his = await Scene.UntilKnownAsync(() => fable.Stage.IntroduceAsync(administrator, "bay-detective", new
        {
            name = "Detective", agencyId = police, agencyClass = "LawEnforcement", hub = Hub, taskForceId = scene.TaskForceId, seatId = detective,
            roles = new[] { "investigator" },
        }));
        var (referral, action) = (await ReferAsync(police), await ActionAsync(police, detective));

        // The same at an agency that has named an alternate.
        var shelter = scene.Receivers[0].AgencyId;
        var director = await SeatAsync(shelter, "Director Invented");
        var alternate = await SeatAsync(shelter, "Alternate Invented", director);
        var (elsewhere, other) = (await ReferAsync(shelter), await ActionAsync(shelter, director));

        string[] open = ["/api/membership/task-forces", "/api/case-referral/referrals?direction=in"];
        foreach (var path in open) Assert.Equal(HttpStatusCode.OK, await AskAsync(his, path));
        foreach (var seat in new[] { detective, director }) await scene.Coordinator.ChangeAsync($"{TaskForce}/seats/{seat}", "end", new { reason = "Moved" });

        await Task.WhenAll(open.Select(path => Until.TrueAsync(
            async () => await AskAsync(his, path) == HttpStatusCode.Unauthorized, $"{path} refuses him", Minute)));
        await Until.TrueAsync(async () => Flag(await ReadAsync(referral), "receiverGone"), "the referral is back with its sender", Minute);
        Assert.True(Flag(await ReadAsync(referral), "needsAttention"));
        Assert.False(Flag(await ReadAsync(elsewhere), "receiverGone"));

        var handovers = (await scene.Coordinator.GetAsync($"{TaskForce}/handovers?take=200")).EnumerateArray().ToList();
        var flagged = handovers.Single(passed => passed.GetProperty("itemId").GetGuid() == action);
        Assert.True(Flag(flagged, "flagged"));
        Assert.True(Flag(await ItemAsync(action), "needsOwner"));
        var passed = handovers.Single(passed => passed.GetProperty("itemId").GetGuid() == other);
        Assert.Equal((false, alternate), (Flag(passed, "flagged"), passed.GetProperty("toSeatId").GetGuid()));
        Assert.Equal(alternate, (await ItemAsync(other)).GetProperty("ownerSeatId").GetGuid());

        // Whoever follows: what was left is theirs, and they are shown how things are done; until then referrals say so.
        var successor = await SeatAsync(police, "Successor Invented");
        await scene.Coordinator.ChangeAsync($"{TaskForce}/handovers/{flagged.GetProperty("id").GetGuid()}", "assignment", new { seatId = successor });
        Assert.Equal(successor, (await ItemAsync(action)).GetProperty("ownerSeatId").GetGuid());
        var orientation = Assert.Single((await scene.Coordinator.GetAsync($"{TaskForce}/orientations?seatId={successor}")).EnumerateArray());
        var items = orientation.GetProperty("items").EnumerateArray().ToList();
        Assert.Contains("Role", items.Select(item => item.GetProperty("topic").GetString()));

        await Until.TrueAsync(async () => Contact(await ReadAsync(await ReferAsync(police))) is not null, "referrals say that the contact is new", Minute);
        var contact = Contact(await ReadAsync(await ReferAsync(police)))!.Value;
        Assert.Equal((Today.ToString("yyyy-MM-dd"), false), (contact.GetProperty("newSince").GetString(), Flag(contact, "orientationComplete")));

        var checklist = $"{TaskForce}/orientations/{orientation.GetProperty("id").GetGuid()}";
        foreach (var item in items) await scene.Coordinator.ChangeAsync(checklist, $"items/{item.GetProperty("id").GetGuid()}/completion", new { doneOn = Today });
        var last = await ReferAsync(police);
        await Until.TrueAsync(async () => Contact(await ReadAsync(last)) is null, "the successor has been shown everything", Minute);
    }

    private async Task<(Guid Agency, Actor Administrator)> PoliceAsync(Actor hubAdmin)
    {
        var csv = $"id,name,description\n{Guid.NewGuid()},\"Bay City Police\",\"An invented agency\"\n";
        var listed = await hubAdmin.PostCsvAsync("/api/membership/agencies/import?agencyClass=LawEnforcement&agencyType=LawEnforcement", csv);
        var agencyId = listed.GetProperty("agencies")[0].GetProperty("id").GetGuid();
        await scene.Coordinator.PostAsync($"{TaskForce}/members", new { agencyId });
        return (agencyId, await Scene.UntilKnownAsync(() => fable.Stage.IntroduceAsync(hubAdmin, "bay-police-admin", new
        {
            name = "Police administration", agencyId, agencyClass = "LawEnforcement", hub = Hub, taskForceId = scene.TaskForceId, roles = new[] { "agency-admin" },
        })));
    }

    private async Task<Guid> SeatAsync(Guid agencyId, string personName, Guid? alternateForSeatId = null) =>
        (await scene.Coordinator.PostAsync($"{TaskForce}/seats", new { agencyId, personName, involvement = "RepresentingAgency", alternateForSeatId }))
        .GetProperty("id").GetGuid();

    private async Task<Guid> ActionAsync(Guid ownerAgencyId, Guid ownerSeatId) =>
        (await scene.Coordinator.PostAsync($"{TaskForce}/action-items", new { title = "Write the referral form", ownerAgencyId, ownerSeatId, dueOn = Today.AddDays(30) }))
        .GetProperty("id").GetGuid();

    private Task<JsonElement> ItemAsync(Guid action) => scene.Coordinator.GetAsync($"{TaskForce}/action-items/{action}");

    /// <summary>CaseReferral may hear of a member a moment later.</summary>
    private async Task<Guid> ReferAsync(Guid toAgencyId)
    {
        JsonElement made = default;
        await Until.TrueAsync(
            async () =>
            {
                using var answer = await scene.Sender.Worker.AskAsync(HttpMethod.Post, "/api/case-referral/referrals", JsonContent.Create(new
                {
                    clientId = scene.ClientId, toAgencyId, services = new[] { "EmergencyHousing" }, languages = Array.Empty<string>(), urgency = "Routine",
                }));
                made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
                return answer.StatusCode == HttpStatusCode.Created;
            },
            "the agency can be referred to", Minute);
        return made.GetProperty("id").GetGuid();
    }

    private Task<JsonElement> ReadAsync(Guid referral) => scene.Sender.Worker.GetAsync($"/api/case-referral/referrals/{referral}");

    private static async Task<HttpStatusCode> AskAsync(Actor by, string path)
    {
        using var answer = await by.AskAsync(HttpMethod.Get, path);
        return answer.StatusCode;
    }

    private static bool Flag(JsonElement of, string name) => of.GetProperty(name).GetBoolean();

    private static JsonElement? Contact(JsonElement referral) =>
        referral.TryGetProperty("contact", out var contact) && contact.ValueKind == JsonValueKind.Object ? contact : null;
}
