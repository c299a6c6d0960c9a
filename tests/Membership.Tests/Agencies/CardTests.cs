using System.Net;
using System.Text.Json;
using Contracts;
using Membership.Agencies.Cards;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Agencies.CardScene;

namespace Membership.Tests.Agencies;

[Collection(MembershipService.Name)]
public sealed class CardTests(MembershipService service)
{
    [Fact]
    public async Task A_card_says_what_an_agency_does_for_whom_where_and_when_and_others_hear_the_codes()
    {
        var scene = await Scene.StartAsync(service);
        var agency = await scene.AgencyAsync();
        var before = await (await scene.As(Roles.Analyst).GetAsync(CardOf(agency.Id))).ReadAsync<CardView>();
        Assert.Equal((false, false, null, null), (before.HoursKnown, before.OpenNow, before.NextOpening, before.AfterHours));

        await scene.WrittenAsync(agency.Id);
        var card = await (await scene.As(Roles.Analyst).GetAsync(CardOf(agency.Id))).ReadAsync<CardView>();
        var offered = Assert.Single(card.Services);
        Assert.Equal(
            ("Shelter", ServiceType.EmergencyHousing, "Whoever asks", CitizenshipLimit.ForeignNationalsOnly),
            (offered.Name, offered.ServiceType, offered.Eligibility, offered.Citizenship));
        Assert.Equal([AgeBand.From18To24, AgeBand.From25To59], offered.AgeBands);
        Assert.Equal(["spa", "tha"], card.Languages);
        Assert.Equal(["US-CA"], card.Areas);
        Assert.Equal([new WeeklyHoursView(DayOfWeek.Monday, "09:00", "17:00"), new WeeklyHoursView(DayOfWeek.Friday, "22:00", "06:00")], card.Hours);
        Assert.Equal([new ExceptionView(new(2031, 12, 25), true, null, null), new ExceptionView(new(2031, 12, 31), false, "10:00", "12:00")], card.HoursExceptions);
        Assert.Equal((AfterHours.OnCall, "+14155550100"), (card.AfterHours, card.Phones.Single().Number));
        Assert.True(card.HoursKnown && card.NextOpening is not null);

        // The same again is no change; a service that keeps its id stays the one it was.
        await scene.WrittenAsync(agency.Id, Card(services: new[] { new { id = offered.Id, serviceType = "TransitionalHousing", name = "Shelter" } }, languages: ["tha"]));
        var journal = (await scene.JournalAsync(3)).Where(entry => entry.Type == "agency-card-changed").ToList();
        Assert.Equal(2, journal.Count);
        var told = JsonSerializer.Serialize(journal[0]);
        Assert.Contains("EmergencyHousing", told, StringComparison.Ordinal);
        Assert.Contains("1320", told, StringComparison.Ordinal); // Friday 22:00
        foreach (var text in new[] { "Whoever asks", "house mother", "5550100", "open-door" }) Assert.DoesNotContain(text, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_is_not_on_it_any_more()
    {
        var scene = await Scene.StartAsync(service);
        var agency = await scene.AgencyAsync();
        await scene.WrittenAsync(agency.Id);
        var card = await scene.WrittenAsync(agency.Id, new { description = "Closed for good" });
        Assert.Empty(card.Services);
        Assert.Empty(card.Languages);
        Assert.Empty(card.Hours);
        Assert.Empty(card.HoursExceptions);
        Assert.Empty(card.Phones);
        Assert.Equal((null, null, null), (card.TimeZone, card.AfterHours, card.Website));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "timeZone", """{"hours": [{"day": "Monday", "opens": "09:00", "closes": "17:00"}]}""" },
        { "timeZone", """{"timeZone": "Mars/Olympus"}""" },
        { "timeZone", """{"timeZone": "../../etc/passwd"}""" },
        { "hours", """{"timeZone": "UTC", "hours": [{"day": "Monday", "opens": "09:00", "closes": "17:00"}, {"day": "Monday", "opens": "09:00", "closes": "12:00"}]}""" },
        { "hours[0].opens", """{"timeZone": "UTC", "hours": [{"day": "Monday", "opens": "24:00", "closes": "17:00"}]}""" },
        { "hoursExceptions", """{"timeZone": "UTC", "hoursExceptions": [{"date": "2031-01-01", "opens": "09:00"}]}""" },
        { "hoursExceptions", """{"timeZone": "UTC", "hoursExceptions": [{"date": "2031-01-01"}, {"date": "2031-01-01", "opens": "09:00", "closes": "10:00"}]}""" },
        { "languages", """{"languages": ["zho"]}""" },
        { "languages", """{"languages": ["tha", "tha"]}""" },
        { "areas", """{"areas": ["California"]}""" },
        { "phones[0].number", """{"phones": [{"number": "911"}]}""" },
        { "phones", """{"phones": [{"number": "+14155550100", "id": "11111111-2222-4333-8444-555555555555"}]}""" },
        { "services", """{"services": [{"serviceType": "Food", "name": "Food", "id": "11111111-2222-4333-8444-555555555555"}]}""" },
        { "services[0].name", """{"services": [{"serviceType": "Food", "name": " "}]}""" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_cannot_be_is_refused_by_its_field(string field, string card)
    {
        var scene = await Scene.StartAsync(service);
        var agency = await scene.AgencyAsync();
        var errors = await (await WriteAsync(scene.HubAdmin, agency.Id, JsonSerializer.Deserialize<JsonElement>(card))).ErrorsAsync();
        Assert.Equal([field], errors.Keys);
    }

    [Fact]
    public async Task A_card_is_its_agencys_and_that_of_whoever_runs_a_task_force_it_is_in()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var writers = new[] { scene.HubAdmin, scene.As(Roles.Coordinator, taskForce: taskForce.Id), scene.As(Roles.AgencyAdmin, agency.Id) };
        var others = new[]
        {
            scene.As(Roles.Coordinator), scene.As(Roles.AgencyAdmin), scene.As(Roles.AgencyAdmin, taskForce: taskForce.Id), scene.As(Roles.CaseWorker, agency.Id, taskForce.Id),
            scene.As(Roles.CoreGroup, agency.Id, taskForce.Id),
        };
        foreach (var writer in writers)
        {
            Assert.Equal(HttpStatusCode.OK, (await WriteAsync(writer, agency.Id, Card())).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await CountAsync(writer, 8, 3)).StatusCode);
        }

        foreach (var other in others)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await WriteAsync(other, agency.Id, Card())).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await CountAsync(other, 8, 3)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await WriteAsync((await Scene.StartAsync(service)).HubAdmin, agency.Id, Card())).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await scene.HubAdmin.PutAsJsonAsync(CardOf(agency.Id), Card())).StatusCode);
        var stale = (await scene.HubAdmin.GetAsync(CardOf(agency.Id))).Headers.ETag;
        await CountAsync(scene.HubAdmin, 8, 2);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Scene.SendAsync(scene.HubAdmin, HttpMethod.Put, CardOf(agency.Id), Card(), stale)).StatusCode);
        Assert.Equal("available", (await (await CountAsync(scene.HubAdmin, 8, 9)).ErrorsAsync()).Keys.Single());
        var capacity = (await (await scene.HubAdmin.GetAsync(CardOf(agency.Id))).ReadAsync<CardView>()).Capacities.Single();
        Assert.Equal((CapacityKind.Beds, 8, 2, false), (capacity.Kind, capacity.Total, capacity.Available, capacity.Stale));

        Task<HttpResponseMessage> CountAsync(HttpClient client, int total, int available) =>
            Scene.ChangeAsync(client, HttpMethod.Put, $"/agencies/{agency.Id}/capacities/Beds", CardOf(agency.Id), new { total, available });
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_is_told_so()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        foreach (var (path, body) in new[] { (CardOf(agency.Id), Card()), (CardOf(taskForce.Id, agency.Id), Role()) })
        {
            var etag = (await scene.HubAdmin.GetAsync(path)).Headers.ETag;
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Scene.SendAsync(scene.HubAdmin, HttpMethod.Put, path, body, etag))));
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        }
    }
}
