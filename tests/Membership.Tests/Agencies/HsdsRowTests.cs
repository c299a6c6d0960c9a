using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts;
using Membership.Agencies;
using Membership.Agencies.Cards;
using Testing;
using static Membership.Tests.Agencies.CardScene;
using static Membership.Tests.Agencies.HsdsFile;

namespace Membership.Tests.Agencies;

/// <summary>Row by row: what of a file is taken, and what is said of the rest.</summary>
[Collection(MembershipService.Name)]
public sealed class HsdsRowTests(MembershipService service)
{
    private const string Organization = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610";
    private const string Counselling = "ac148810-d857-441c-9679-408f346de14b";
    private const string Place = "3a19ff88-4620-4d17-9830-ac1d859eb5d5";

    [Fact]
    public async Task Tables_that_are_about_others_or_about_what_no_card_has_leave_an_agencys_card_as_it_is()
    {
        var scene = await Scene.StartAsync(service);
        var agency = await scene.AgencyAsync();
        var card = await scene.WrittenAsync(agency.Id);
        var (shelter, other) = (card.Services.Single(), Guid.NewGuid());
        var report = await (await ImportAsync(scene, Zip(
            ("organizations.csv", $"id,name,description,website\n{agency.HsdsId},{agency.Name},,\n{other},Other,,\n"),
            ("services.csv", $"id,organization_id,name,status\n{shelter.Id},{agency.HsdsId},{shelter.Name},active\n"),
            ("locations.csv", $"id,organization_id\n{Place},{agency.HsdsId}\n{Guid.NewGuid()},{Guid.NewGuid()}\n"),
            ("phones.csv", $"id,organization_id,service_id,location_id,contact_id,number\n{Guid.NewGuid()},,,{Place},,+14155550111\n"
                + $"{Guid.NewGuid()},,{shelter.Id},,,+14155550112\n{Guid.NewGuid()},{agency.HsdsId},,,{Guid.NewGuid()},+14155550113\n{Guid.NewGuid()},{other},,,,+14155550114\n"),
            ("schedules.csv", $"id,service_at_location_id,freq,byday,opens_at,closes_at\n{Guid.NewGuid()},{Guid.NewGuid()},WEEKLY,MO,10:00,11:00\n"),
            ("languages.csv", $"id,phone_id,code\n{Guid.NewGuid()},{Guid.NewGuid()},ur\n"),
            ("service_areas.csv", $"id,service_at_location_id,extent\n{Guid.NewGuid()},{Guid.NewGuid()},US-NV\n")))).ReadAsync<AgencyImportReport>();

        Assert.Equal((1, 0, 1), (report.Listed, report.Updated, report.Unchanged));
        Assert.Equal(
            [
                "languages.csv row 2: service_id", "locations.csv row 3: organization_id", "phones.csv row 2: organization_id",
                "phones.csv row 3: organization_id", "phones.csv row 4: contact_id", "schedules.csv row 2: service_id", "service_areas.csv row 2: service_id",
            ],
            report.NotTaken.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(7, report.NotTakenCount);
        var after = await CardAsync(scene, agency.Id);
        Assert.NotEmpty(after.Phones);
        Assert.NotEmpty(after.Hours);
        Assert.Equal(JsonSerializer.Serialize(card), JsonSerializer.Serialize(after with { NextOpening = card.NextOpening, OpenNow = card.OpenNow }));
        Assert.Equal("+14155550114", (await CardAsync(scene, report.Agencies.Single(listed => listed.HsdsId == other).Id)).Phones.Single().Number);
    }

    [Fact]
    public async Task A_number_of_a_service_or_a_location_is_not_the_agencys_in_JSON_either()
    {
        var scene = await Scene.StartAsync(service);
        var agency = await scene.AgencyAsync();
        var card = await scene.WrittenAsync(agency.Id);
        var phone = $$"""[{"id": "{{Guid.NewGuid()}}", "number": "+14155550111", "organization_id": "{{agency.HsdsId}}"}]""";
        var report = await (await ImportAsync(scene, $$"""
            {"id": "{{agency.HsdsId}}", "name": "{{agency.Name}}", "description": "",
             "services": [{"id": "{{card.Services.Single().Id}}", "name": "Shelter", "phones": {{phone}} }], "locations": [{"id": "{{Place}}", "phones": {{phone}} }]}
            """)).ReadAsync<AgencyImportReport>();
        Assert.Equal(1, report.Unchanged);
        Assert.Equal(
            ["row 1, locations 1, phones 1: organization_id", "row 1, services 1, phones 1: organization_id"], report.NotTaken.Keys.Order(StringComparer.Ordinal));
        await ImportAsync(scene, $$"""{"id": "{{agency.HsdsId}}", "name": "{{agency.Name}}", "phones": []}""");
        Assert.Empty((await CardAsync(scene, agency.Id)).Phones);
    }

    [Fact]
    public async Task A_row_of_something_that_was_not_sent_is_named()
    {
        var scene = await Scene.StartAsync(service);
        var errors = await (await ImportAsync(scene, Zip(
            ("organizations.csv", $"id,name\n{Organization},Example\n"),
            ("services.csv", $"id,organization_id,name\n{Counselling},{Organization},Counselling\n"),
            ("locations.csv", $"id,organization_id\n{Place},{Organization}\n"),
            ("phones.csv", $"id,organization_id,number\n{Guid.NewGuid()},{Guid.NewGuid()},+14155550111\n"),
            ("languages.csv", $"id,service_id,location_id,code\n{Guid.NewGuid()},,{Guid.NewGuid()},es\n{Guid.NewGuid()},{Counselling},{Guid.NewGuid()},es\n{Guid.NewGuid()},{Counselling},{Place},es\n"),
            ("schedules.csv", $"id,service_id,location_id,byday,opens_at,closes_at\n{Guid.NewGuid()},{Guid.NewGuid()},,MO,09:00,17:00\n{Guid.NewGuid()},,{Guid.NewGuid()},MO,09:00,17:00\n"),
            ("service_areas.csv", $"id,service_id,extent\n{Guid.NewGuid()},{Guid.NewGuid()},US\n"),
            ("attributes.csv", $"id,link_id,link_entity,taxonomy_term_id\n{Guid.NewGuid()},{Guid.NewGuid()},service,x\n{Guid.NewGuid()},{Guid.NewGuid()},taxonomy,x\n")))).ErrorsAsync();
        Assert.Equal(
            [
                "attributes.csv row 2: link_id", "languages.csv row 2: location_id", "languages.csv row 3: location_id", "phones.csv row 2: organization_id",
                "schedules.csv row 2: service_id", "schedules.csv row 3: location_id", "service_areas.csv row 2: service_id",
            ],
            errors.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_language_that_ISO_639_2_has_under_a_wider_code_is_taken_so_and_one_it_has_not_is_said_and_takes_none_off_the_card()
    {
        var scene = await Scene.StartAsync(service);
        var agency = await scene.AgencyAsync();
        var report = await SpeaksAsync("cmn", "yue", "prs", "es", "zho");
        Assert.Empty(report.NotTaken);
        Assert.Equal(["chi", "per", "spa"], (await CardAsync(scene, agency.Id)).Languages);

        report = await SpeaksAsync("mam", "quc", null, "tha", "es");
        Assert.Equal(
            ["row 1, services 1, languages 1: code", "row 1, services 1, languages 2: code", "row 1, services 1, languages 3: code"],
            report.NotTaken.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["chi", "per", "spa", "tha"], (await CardAsync(scene, agency.Id)).Languages);
        await SpeaksAsync("tha");
        Assert.Equal(["tha"], (await CardAsync(scene, agency.Id)).Languages);

        async Task<AgencyImportReport> SpeaksAsync(params string?[] codes) => await (await ImportAsync(scene, new JsonObject
        {
            ["id"] = agency.HsdsId, ["name"] = agency.Name,
            ["services"] = new JsonArray(new JsonObject
            {
                ["id"] = Counselling, ["name"] = "Counselling",
                ["languages"] = new JsonArray([.. codes.Select(code => new JsonObject { ["id"] = Guid.NewGuid(), ["name"] = "Named", ["code"] = code })]),
            }),
        }.ToJsonString())).ReadAsync<AgencyImportReport>();
    }

    [Fact]
    public async Task Agencies_of_several_types_and_classes_come_back_as_they_were()
    {
        var (here, there) = (await Scene.StartAsync(service), await Scene.StartAsync(service));
        AgencyView[] listed =
        [
            await here.AgencyAsync(name: "Open Door"), await here.AgencyAsync(AgencyClass.LawEnforcement, "City police"),
            (await (await here.HubAdmin.PostAsJsonAsync(Scene.ImportPath(AgencyClass.Prosecution, AgencyType.Prosecutor), new { id = Guid.NewGuid(), name = "District attorney" }))
                .ReadAsync<AgencyImportReport>()).Agencies.Single(),
        ];
        var exported = await here.HubAdmin.GetStringAsync("/hsds/organizations?full=true");
        Assert.Equal(3, (await (await ImportAsync(here, exported)).ReadAsync<AgencyImportReport>()).Unchanged);
        var elsewhere = await (await ImportAsync(there, exported)).ReadAsync<AgencyImportReport>();
        Assert.Equal(Kinds(listed), Kinds(elsewhere.Agencies));

        // Of agencies already in the directory the query says nothing: their type stays, and a class that is another is refused.
        var csv = $"id,name\n{listed[2].HsdsId},District attorney's office\n";
        var renamed = await (await BadImportTests.SendAsync(
            here, System.Text.Encoding.UTF8.GetBytes(csv), "text/csv", Scene.ImportPath(AgencyClass.Prosecution, AgencyType.NGO))).ReadAsync<AgencyImportReport>();
        Assert.Equal(("District attorney's office", AgencyType.Prosecutor), (renamed.Agencies.Single().Name, renamed.Agencies.Single().AgencyType));
        var other = JsonNode.Parse(await here.HubAdmin.GetStringAsync($"/hsds/organizations/{listed[2].HsdsId}"))!.ToJsonString().Replace("\"Prosecution\"", "\"VictimServices\"", StringComparison.Ordinal);
        Assert.Equal("row 1: agencyClass", (await (await ImportAsync(here, other)).ErrorsAsync()).Keys.Single());

        static IEnumerable<(string, AgencyType, AgencyClass)> Kinds(IEnumerable<AgencyView> agencies) =>
            agencies.Select(agency => (agency.Name, agency.AgencyType, agency.AgencyClass)).OrderBy(agency => agency.Name, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_a_card_has_no_room_for_is_refused()
    {
        var scene = await Scene.StartAsync(service);
        var services = string.Concat(Enumerable.Range(1, 51).Select(number => $"{Guid.NewGuid()},{Organization},Service {number}\n"));
        var phones = string.Concat(Enumerable.Range(1, 21).Select(_ => $"{Guid.NewGuid()},{Organization},+14155550111\n"));
        var errors = await (await ImportAsync(scene, Zip(
            ("organizations.csv", $"id,name\n{Organization},Example\n"), ("services.csv", $"id,organization_id,name\n{services}"),
            ("phones.csv", $"id,organization_id,number\n{phones}")))).ErrorsAsync();
        Assert.Equal(["organizations.csv row 2: phones", "organizations.csv row 2: services"], errors.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Each of the rows names the same: looked at for one another they would be hours' work.</summary>
    [Fact]
    public async Task However_often_a_file_repeats_itself_it_is_read_in_a_moment()
    {
        const int Rows = 6600;
        var scene = await Scene.StartAsync(service);
        var term = Guid.NewGuid();
        var started = Stopwatch.GetTimestamp();
        var answer = await ImportAsync(scene, Zip(
            ("organizations.csv", $"id,name\n{Organization},Example\n"),
            ("services.csv", "id,organization_id,name\n" + Repeated($"{Counselling},{Organization},Counselling\n")),
            ("attributes.csv", "id,link_id,link_entity,taxonomy_term_id\n" + Repeated($"{Guid.NewGuid()},{Counselling},service,{term}\n")),
            ("taxonomy_terms.csv", "id,taxonomy,code\n" + Repeated($"{Guid.NewGuid()},urn:fourth-p:service-type,Food\n"))));
        var errors = await answer.ErrorsAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal("The same id as in services.csv row 2.", errors["services.csv row 3: id"].Single());
        Assert.Equal(Rows - 1, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errorCount"]!);

        static string Repeated(string row) => string.Concat(Enumerable.Repeat(row, Rows));
    }

    [Fact]
    public async Task Places_and_hours_that_repeat_themselves_are_read_in_a_moment_too()
    {
        const int Rows = 6600;
        var scene = await Scene.StartAsync(service);
        var schedule = Guid.NewGuid();
        var started = Stopwatch.GetTimestamp();
        var answer = await ImportAsync(scene, Zip(
            ("organizations.csv", $"id,name\n{Organization},Example\n"),
            ("locations.csv", "id,organization_id\n" + Repeated($"{Place},{Organization}\n")),
            ("schedules.csv", "id,location_id,byday,opens_at,closes_at\n" + Repeated($"{schedule},{Place},MO,25:00,26:00\n")),
            ("attributes.csv", "id,link_id,link_entity,link_type,value\n" + Repeated($"{Guid.NewGuid()},{schedule},schedule,other,x\n"))));
        Assert.NotEmpty(await answer.ErrorsAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));

        static string Repeated(string row) => string.Concat(Enumerable.Repeat(row, Rows));
    }

    [Fact]
    public async Task A_place_that_many_share_is_looked_at_for_each_with_what_is_said_of_it_there()
    {
        var scene = await Scene.StartAsync(service);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var shared = Enumerable.Range(0, 900).Select(_ => Speaking(Guid.NewGuid(), "")).Append(Speaking(one, string.Join(',', Enumerable.Repeat(Language("mam"), 15_000).Append(Language("es")))));
        var started = Stopwatch.GetTimestamp();
        var report = await (await ImportAsync(scene, $"[{string.Join(',', shared.Append(Speaking(other, Language("th"))))}]")).ReadAsync<AgencyImportReport>();
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal((902, 15_000), (report.Listed, report.NotTakenCount));
        Assert.Equal(["spa"], (await CardAsync(scene, report.Agencies.Single(agency => agency.HsdsId == one).Id)).Languages);
        Assert.Equal(["tha"], (await CardAsync(scene, report.Agencies.Single(agency => agency.HsdsId == other).Id)).Languages);

        static string Speaking(Guid organization, string languages) =>
            $$"""{"id": "{{organization}}", "name": "Sharing", "locations": [{"id": "{{Place}}", "languages": [{{languages}}]}]}""";

        static string Language(string code) => $$"""{"code": "{{code}}"}""";
    }

    private static async Task<CardView> CardAsync(Scene scene, Guid agency) =>
        await (await scene.HubAdmin.GetAsync(CardOf(agency))).ReadAsync<CardView>();
}
