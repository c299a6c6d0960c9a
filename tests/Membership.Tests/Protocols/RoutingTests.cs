using System.Globalization;
using System.Net;
using Contracts;
using Membership.Agencies.Cards;
using Membership.Protocols.Routing;
using Membership.Protocols.Steps;
using ServiceDefaults.Access;
using static Membership.Tests.Protocols.ProtocolScene;

namespace Membership.Tests.Protocols;

/// <summary>Whom to call now, and why. Vignette 2: nobody is assumed on call.</summary>
[Collection(MembershipThatMeets.Name)]
public sealed class RoutingTests(MembershipService service)
{
    /// <summary>A Wednesday, 03:00 in Los Angeles.</summary>
    private const string Night = "2026-03-04T11:00:00Z";
    private const string Day = "2026-03-04T20:00:00Z";

    [Fact]
    public async Task At_three_in_the_morning_whoever_is_open_is_first_and_the_others_say_when_they_open()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var hotline = await scene.MemberAsync("Hotline");
        var silent = await scene.MemberAsync("Silent House");
        await scene.CardAsync(scene.Shelter, new { timeZone = "America/Los_Angeles", hours = Week("08:00", "17:00") });
        await scene.CardAsync(scene.Police, new { timeZone = "America/Los_Angeles", hours = Week("06:00", "17:00") });
        await scene.CardAsync(hotline, new { timeZone = "America/Los_Angeles", hours = Week("00:00", "00:00") });
        await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate, backups: [Contact(scene.Police), Contact(silent), Contact(hotline)]));

        var calls = (await scene.RouteAsync(new { at = Night })).Calls;
        Assert.Equal([hotline.Id, silent.Id, scene.Police.Id, scene.Shelter.Id], calls.Select(call => call.AgencyId));
        Assert.Equal([1, 2, 3, 4], calls.Select(call => call.Rank));
        Assert.Equal(["open now", "hours unknown", "opens in 3 h", "opens in 5 h"], calls.Select(call => call.Says));
        Assert.Equal([true, null, false, false], calls.Select(call => call.OpenNow));
        Assert.Equal(DateTimeOffset.Parse("2026-03-04T16:00:00Z", CultureInfo.InvariantCulture), calls[3].OpensAt);
        Assert.Equal([RouteReason.Primary, RouteReason.Closed], calls[3].Reasons.Take(2));
        Assert.Equal([RouteReason.Backup, RouteReason.OpenNow], calls[0].Reasons.Take(2));

        // By day the order that the task force adopted.
        calls = (await scene.RouteAsync(new { at = Day })).Calls;
        Assert.Equal([scene.Shelter.Id, scene.Police.Id, hotline.Id, silent.Id], calls.Select(call => call.AgencyId));
    }

    /// <summary>Who has to look for the number loses the minutes that count.</summary>
    [Fact]
    public async Task A_call_has_the_agency_s_numbers_and_who_says_that_somebody_is_on_call_is_called_before_the_closed()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var (voicemail, silent) = (await scene.MemberAsync("Voicemail House"), await scene.MemberAsync("Silent House"));
        var hours = Week("08:00", "17:00");
        object[] phones = [new { number = "+12025550101", extension = "7", kind = "Voice", description = "Intake" }, new { number = "+12025550102", kind = "Fax" }];
        await scene.CardAsync(scene.Shelter, new { timeZone = "America/Los_Angeles", hours, phones });
        await scene.CardAsync(voicemail, new { timeZone = "America/Los_Angeles", hours, afterHours = "Voicemail" });
        await scene.CardAsync(scene.Police, new { timeZone = "America/Los_Angeles", hours, afterHours = "OnCall", afterHoursNote = "Ask for the watch commander." });
        await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate, backups: [Contact(voicemail), Contact(silent), Contact(scene.Police)]));

        var calls = (await scene.RouteAsync(new { at = Night })).Calls;
        Assert.Equal([scene.Police.Id, silent.Id, scene.Shelter.Id, voicemail.Id], calls.Select(call => call.AgencyId));
        Assert.Equal(["on call; opens in 5 h", "hours unknown", "opens in 5 h", "opens in 5 h"], calls.Select(call => call.Says));
        Assert.Equal([RouteReason.Backup, RouteReason.Closed, RouteReason.OnCall], calls[0].Reasons.Take(3));
        Assert.Equal((AfterHours.OnCall, "Ask for the watch commander."), (calls[0].AfterHours, calls[0].AfterHoursNote));
        Assert.Equal([null, null, AfterHours.Voicemail], calls.Skip(1).Select(call => call.AfterHours));
        Assert.Equal(new PhoneTerms("+12025550101", "7", PhoneKind.Voice, "Intake"), Assert.Single(calls[2].Phones));
        Assert.All(calls, call => Assert.NotEqual(true, call.OpenNow));

        calls = (await scene.RouteAsync(new { at = Day })).Calls;
        Assert.Equal([scene.Shelter.Id, voicemail.Id, scene.Police.Id, silent.Id], calls.Select(call => call.AgencyId));
        Assert.All(calls, call => Assert.Null(call.AfterHoursNote));
    }

    [Fact]
    public async Task Language_area_and_capacity_that_a_card_names_count_and_what_it_does_not_say_is_not_held_against_it()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var full = await scene.MemberAsync("Full House");
        var thai = await scene.MemberAsync("Thai House");
        object Open(string[] languages, string[] areas) => new { timeZone = "UTC", hours = Week("00:00", "00:00"), languages, areas };
        await scene.CardAsync(scene.Shelter, Open(["spa"], ["US-CA"]));
        await scene.CardAsync(full, Open([], []));
        await scene.CardAsync(thai, Open(["tha"], ["US-CA"]));
        await scene.CardAsync(scene.Police, Open(["tha"], ["US-NV"]));
        await scene.CountAsync(full, available: 0);
        await scene.CountAsync(thai, available: 2);
        await scene.InForceAsync(Step("shelter", scene.Shelter, backups: [Contact(scene.Police), Contact(full), Contact(thai)]));

        var calls = (await scene.RouteAsync(new { languages = new[] { "tha" }, area = "06075" })).Calls;
        Assert.Equal([thai.Id, full.Id, scene.Police.Id, scene.Shelter.Id], calls.Select(call => call.AgencyId));
        Assert.Superset(new HashSet<RouteReason> { RouteReason.SpeaksLanguage, RouteReason.ServesArea, RouteReason.CapacityConfirmed }, calls[0].Reasons.ToHashSet());
        Assert.Contains(RouteReason.NoCapacity, calls[1].Reasons);
        Assert.DoesNotContain(calls[1].Reasons, reason => reason is RouteReason.LanguageNotListed or RouteReason.OutsideArea);
        Assert.Contains(RouteReason.OutsideArea, calls[2].Reasons);
        Assert.Contains(RouteReason.LanguageNotListed, calls[3].Reasons);
        Assert.All(calls, call => Assert.Contains(RouteReason.NotReady, call.Reasons));
    }

    [Theory]
    [InlineData("""{"traffickingType":"Labor"}""", "labor,any")]
    [InlineData("""{"traffickingType":"Sex"}""", "minors,pairs,thai,foreign,any")]
    [InlineData("""{"traffickingType":"SexAndLabor","minors":false,"victims":1,"citizenship":"Citizen","languages":["spa"]}""", "labor,any")]
    [InlineData("""{"traffickingType":"Unknown","minors":false,"victims":9,"citizenship":"Citizen","languages":["spa"]}""", "labor,any")]
    [InlineData("""{"traffickingType":"Sex","minors":true,"victims":2,"citizenship":"ForeignNational","languages":["eng","tha"],"area":"US-CA"}""", "minors,pairs,thai,foreign,any")]
    [InlineData("""{"traffickingType":"Sex","minors":true,"victims":4,"citizenship":"Unknown","languages":["spa"],"area":"US-NV"}""", "minors,foreign,any")]
    public async Task A_step_is_for_the_cases_that_its_conditions_name_and_what_is_unknown_rules_nothing_out(string facts, string expected)
    {
        var scene = await ProtocolScene.StartAsync(service);
        object[] Of(params string[] codes) => [.. codes];
        await scene.InForceAsync(
            Step("labor", scene.Police, when: new { traffickingTypes = Of("Labor") }),
            Step("minors", scene.Shelter, when: new { traffickingTypes = Of("Sex"), minors = "Yes" }),
            Step("pairs", scene.Shelter, when: new { traffickingTypes = Of("Sex"), victimsFrom = 2, victimsTo = 3 }),
            Step("thai", scene.Shelter, when: new { traffickingTypes = Of("Sex"), languages = Of("tha"), areas = Of("US-CA") }),
            Step("foreign", scene.Shelter, when: new { traffickingTypes = Of("Sex"), citizenships = Of("ForeignNational") }),
            Step("any", scene.Shelter));

        var calls = (await scene.RouteAsync(System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(facts))).Calls;
        Assert.Equal(expected.Split(','), calls.Select(call => call.Step));
    }

    [Fact]
    public async Task The_title_is_always_shown_the_name_to_those_who_work_with_the_seat_and_who_left_is_not_called()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var leaving = await scene.MemberAsync("Leaving");
        await scene.InForceAsync(Step("shelter", scene.Shelter, scene.Advocate, backups: [Contact(leaving)]), Step("police", scene.Police));
        await scene.Scene.LeaveAsync(scene.TaskForce, leaving.Id);

        var list = await scene.RouteAsync(new { });
        Assert.Equal([scene.Shelter.Id, scene.Police.Id], list.Calls.Select(call => call.AgencyId));
        Assert.Equal([leaving.Id], list.NotCalled);
        Assert.Equal(new RoutedContact(scene.Advocate.Id, "Program director", "Noor Invented"), list.Calls[0].Contact);
        Assert.Equal(new RoutedContact(scene.Detective.Id, "Program director", "Dana Invented"), list.Calls[1].Contact);
        var worker = await scene.RouteAsync(new { }, scene.Person(scene.Detective));
        Assert.Equal(new RoutedContact(scene.Advocate.Id, "Program director", null), worker.Calls[0].Contact);

        var stranger = scene.Scene.As(Roles.CaseWorker, scene.Shelter.Id, Guid.NewGuid());
        var refused = await stranger.PostAsJsonAsync($"/task-forces/{scene.TaskForce}/routing", new { });
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Only_what_is_in_force_is_routed_by_and_case_response_comes_before_referrals()
    {
        var scene = await ProtocolScene.StartAsync(service);
        var referrals = await scene.DraftAsync(ProtocolTopic.Referrals, "Where to refer");
        await scene.StepsAsync(referrals.Id, 1, Step("refer", scene.Shelter));
        Assert.Empty((await scene.RouteAsync(new { })).Calls);
        await scene.AdoptAsync(referrals.Id);
        var media = await scene.DraftAsync(ProtocolTopic.Media, "Press");
        await scene.StepsAsync(media.Id, 1, Step("press", scene.Police));
        await scene.AdoptAsync(media.Id);
        var response = await scene.InForceAsync(Step("respond", scene.Police));
        Assert.Equal(["respond", "refer"], (await scene.RouteAsync(new { })).Calls.Select(call => call.Step));

        await scene.NextInForceAsync(response.Id, Step("respond-now", scene.Police));
        Assert.Equal(["respond-now", "refer"], (await scene.RouteAsync(new { })).Calls.Select(call => call.Step));
    }

    [Fact]
    public async Task A_step_comes_after_those_that_lead_to_it_wherever_it_is_listed_and_each_call_says_after_which()
    {
        var scene = await ProtocolScene.StartAsync(service);
        await scene.InForceAsync(
            Step("debrief", scene.Police),
            Step("hospital", scene.Shelter),
            Step("interpreter", scene.Police, title: "Call an interpreter", when: new { languages = new[] { "tha" } }, next: [Next("hospital")]),
            Step("shelter", scene.Shelter, title: "Call a shelter", next: [Next("debrief", "Answered"), Next("interpreter", "NotAnswered")]),
            Step("police", scene.Police));

        var calls = (await scene.RouteAsync(new { languages = new[] { "tha" } })).Calls;
        Assert.Equal(["shelter", "debrief", "interpreter", "hospital", "police"], calls.Select(call => call.Step));
        Assert.Equal(
            [
                "hours unknown", "after Call a shelter, if somebody answers; hours unknown", "after Call a shelter, if nobody answers; hours unknown",
                "after Call an interpreter; hours unknown", "hours unknown",
            ],
            calls.Select(call => call.Says));
        Assert.Equal([false, true, true, true, false], calls.Select(call => call.Reasons[0] == RouteReason.AfterAnotherStep));
        Assert.Equal(new StepBefore("shelter", "Call a shelter", NextStepWhen.NotAnswered), Assert.Single(calls[2].After));

        // What is not for this case is passed over, and what led to it leads on.
        calls = (await scene.RouteAsync(new { languages = new[] { "spa" } })).Calls;
        Assert.Equal(["shelter", "debrief", "hospital", "police"], calls.Select(call => call.Step));
        Assert.Equal(new StepBefore("shelter", "Call a shelter", NextStepWhen.NotAnswered), Assert.Single(calls[2].After));

        // Where nobody can be called, nobody answers: what follows from that is at once.
        var shelter = $"/task-forces/{scene.TaskForce}/members/{scene.Shelter.Id}";
        (await Scene.ChangeAsync(scene.Scene.HubAdmin, HttpMethod.Post, $"{shelter}/suspension", shelter, new { reason = "Until this is settled." })).EnsureSuccessStatusCode();
        calls = (await scene.RouteAsync(new { languages = new[] { "tha" } })).Calls;
        Assert.Equal(["debrief", "interpreter", "police"], calls.Select(call => call.Step));
        Assert.Equal([1, 0, 0], calls.Select(call => call.After.Count));

        static object Next(string step, string when = "Always") => new { step, when };
    }

    private static object[] Week(string opens, string closes) => [.. Enum.GetNames<DayOfWeek>().Select(day => new { day, opens, closes })];
}
