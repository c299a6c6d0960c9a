using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts;
using Membership.Agencies;
using Membership.Agencies.Cards;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Agencies.CardScene;
using static Membership.Tests.Agencies.HsdsFile;

namespace Membership.Tests.Agencies;

[Collection(MembershipService.Name)]
public sealed class HsdsTests(MembershipService service)
{
    private const string Organization = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610";
    private const string Counselling = "ac148810-d857-441c-9679-408f346de14b";

    [Fact]
    public async Task The_tables_of_HSDS_are_imported_together_and_again_without_a_trace_of_persons()
    {
        var scene = await Scene.StartAsync(service);
        var tables = new[] { "organizations", "services", "languages", "schedules", "service_areas", "phones", "locations", "contacts" }
            .Select(table => ($"hsds/{table}.csv", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "hsds", $"{table}.csv")))).ToArray();
        var report = await (await ImportAsync(scene, Zip(tables))).ReadAsync<AgencyImportReport>();
        Assert.Equal((1, 0, 0), (report.Listed, report.Updated, report.Unchanged));
        Assert.Equal(
            ["locations.csv row 2: organization_id", "phones.csv row 2: contact_id", "schedules.csv row 2: schedule", "service_areas.csv row 2: extent"],
            report.NotTaken.Keys.Order(StringComparer.Ordinal));

        var card = await (await scene.HubAdmin.GetAsync(CardOf(report.Agencies.Single().Id))).ReadAsync<CardView>();
        Assert.Equal((Guid.Parse(Counselling), "Community Counselling"), (card.Services.Single().Id, card.Services.Single().Name));
        Assert.Equal(["urd"], card.Languages);
        Assert.Empty(card.Services.Single().AgeBands); // from 12 to 100 is of every band somebody
        Assert.Empty(card.Phones); // the only one is a contact's
        Assert.Equal("http://example.com", card.Website);

        var again = await (await ImportAsync(scene, Zip(tables))).ReadAsync<AgencyImportReport>();
        Assert.Equal((0, 0, 1), (again.Listed, again.Updated, again.Unchanged));
        await service.AssertNotStoredAsync("Ann Persona", "email@example.com", "1234 234567", "441234234567", "Main Street");
    }

    [Fact]
    public async Task Every_bad_row_of_every_table_is_named_and_nothing_is_imported()
    {
        var scene = await Scene.StartAsync(service);
        var errors = await (await ImportAsync(scene, Zip(
            ("organizations.csv", $"id,name,website\n{Organization},Marked-Value,ftp://x\nnot-a-uuid,x,\n"),
            ("services.csv", $"id,organization_id,name,minimum_age,description\n{Counselling},{Organization},Counselling,minor,\n{Counselling},{Organization},Twice,,\n{Guid.NewGuid()},{Guid.NewGuid()},Stray,,\n{Guid.NewGuid()},{Organization},,,{new string('x', 2001)}\n"),
            ("languages.csv", $"id,service_id,code\n{Guid.NewGuid()},{Counselling},xx\n{Guid.NewGuid()},{Guid.NewGuid()},es\n"),
            ("schedules.csv", $"id,service_id,byday,opens_at,closes_at,valid_to\n{Guid.NewGuid()},{Counselling},\"MO,XX\",09:00,25:00,soon\n"),
            ("phones.csv", $"id,organization_id,number,extension\nx,{Organization},12,abc\n")))).ErrorsAsync();
        Assert.Equal(
            [
                "languages.csv row 2: code", "languages.csv row 3: service_id", "organizations.csv row 2: website", "organizations.csv row 3: id",
                "phones.csv row 2: extension", "phones.csv row 2: id", "phones.csv row 2: number", "schedules.csv row 2: byday", "schedules.csv row 2: closes_at",
                "schedules.csv row 2: timezone", "schedules.csv row 2: valid_to", "services.csv row 2: minimum_age", "services.csv row 3: id",
                "services.csv row 4: organization_id", "services.csv row 5: description", "services.csv row 5: name",
            ],
            errors.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Marked-Value", string.Join(' ', errors.Values.SelectMany(messages => messages)), StringComparison.Ordinal);
        Assert.Empty((await scene.HubAdmin.GetFromJsonAsync<List<AgencyView>>("/agencies", Answers.Json))!);
    }

    [Fact]
    public async Task What_is_exported_imports_again_to_the_same_here_and_elsewhere()
    {
        var (here, there) = (await Scene.StartAsync(service), await Scene.StartAsync(service));
        var (shelter, bare) = (await here.AgencyAsync(name: "Open Door"), await here.AgencyAsync(name: "Bare"));
        var card = await here.WrittenAsync(shelter.Id, Card(services: new[] { Service(), Service("Food", "Soup") }, languages: ["chi", "spa"], areas: ["US-CA", "06075"]));
        await Scene.ChangeAsync(here.HubAdmin, HttpMethod.Put, $"/agencies/{shelter.Id}/capacities/Beds", CardOf(shelter.Id), new { total = 8, available = 1 });
        var exported = await here.HubAdmin.GetStringAsync("/hsds/organizations?full=true");

        var again = await (await ImportAsync(here, exported)).ReadAsync<AgencyImportReport>();
        Assert.Equal((0, 0, 2), (again.Listed, again.Updated, again.Unchanged));
        Assert.Empty(again.NotTaken);
        var single = await here.HubAdmin.GetStringAsync($"/hsds/organizations/{shelter.HsdsId}");
        Assert.Equal(1, (await (await ImportAsync(here, single)).ReadAsync<AgencyImportReport>()).Unchanged);

        var elsewhere = await (await ImportAsync(there, exported)).ReadAsync<AgencyImportReport>();
        Assert.Equal(2, elsewhere.Listed);
        Assert.Equal(Contents(exported), Contents(await there.HubAdmin.GetStringAsync("/hsds/organizations?full=true")));
        var copy = await (await there.HubAdmin.GetAsync(CardOf(elsewhere.Agencies.Single(agency => agency.Name == "Open Door").Id))).ReadAsync<CardView>();
        Assert.Equal(JsonSerializer.Serialize(card.Services), JsonSerializer.Serialize(copy.Services));
        Assert.Equal(card.Hours, copy.Hours);
        Assert.Equal((card.TimeZone, card.Description, card.Website), (copy.TimeZone, copy.Description, copy.Website));
        // For what HSDS has no word, nothing goes over.
        Assert.Equal((null, 0, 0), (copy.AfterHours, copy.HoursExceptions.Count, copy.Capacities.Count));
        Assert.Equal(2, card.HoursExceptions.Count);

        // Each directory has an order of its own.
        static IEnumerable<string> Contents(string page) => JsonNode.Parse(page)!["contents"]!.AsArray().Select(item => item!.ToJsonString()).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_directory_is_read_in_the_forms_of_the_HSDS_read_API()
    {
        var scene = await Scene.StartAsync(service);
        var (shelter, _) = (await scene.AgencyAsync(name: "Open Door"), await scene.AgencyAsync(name: "Bare"));
        var card = await scene.WrittenAsync(shelter.Id, Card(languages: ["chi"]));
        var reader = scene.As(Roles.Analyst);
        Assert.Equal("3.0", (string?)(await ReadAsync("/hsds"))["version"]);

        var page = await ReadAsync("/hsds/organizations?page=2&per_page=1");
        Assert.Equal((2, 2, 2, 1), ((int)page["total_items"]!, (int)page["total_pages"]!, (int)page["page_number"]!, (int)page["size"]!));
        Assert.Equal((false, true, false), ((bool)page["first_page"]!, (bool)page["last_page"]!, (bool)page["empty"]!));
        Assert.Null(page["contents"]![0]!["services"]);
        Assert.Equal((0, true), ((int)(page = await ReadAsync("/hsds/organizations?page=9"))["size"]!, (bool)page["empty"]!));
        Assert.Equal("Open Door", (string?)(await ReadAsync("/hsds/organizations?search=ope"))["contents"]![0]!["name"]);

        var listed = (await ReadAsync($"/hsds/services?organization_id={shelter.HsdsId}"))["contents"]!.AsArray().Single()!;
        Assert.Equal(("Shelter", "active", "Open Door"), ((string?)listed["name"], (string?)listed["status"], (string?)listed["organization"]!["name"]));
        var read = await ReadAsync($"/hsds/services/{card.Services.Single().Id}");
        Assert.Equal("zho", (string?)read["languages"]![0]!["code"]);
        Assert.Equal((18, 59), ((int)read["minimum_age"]!, (int)read["maximum_age"]!));
        Assert.Equal(["US-CA"], read["service_areas"]!.AsArray().Select(area => (string?)area!["extent"]));
        Assert.Equal([("MO", "09:00", "17:00"), ("FR", "22:00", "06:00")], read["schedules"]!.AsArray().Select(line => ((string?)line!["byday"], (string?)line["opens_at"], (string?)line["closes_at"])));
        Assert.Contains("EmergencyHousing", read["attributes"]!.AsArray().Select(attribute => (string?)attribute!["taxonomy_term"]!["code"]));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/hsds/services/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Scene.StartAsync(service)).HubAdmin.GetAsync($"/hsds/organizations/{shelter.HsdsId}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync("/hsds/organizations?per_page=201")).StatusCode);

        async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await reader.GetStringAsync(path))!;
    }

    [Fact]
    public async Task Hours_are_taken_in_a_time_zone_that_is_said_whole_or_not_at_all()
    {
        var scene = await Scene.StartAsync(service);
        var weekdays = new JsonObject { ["id"] = Guid.NewGuid(), ["freq"] = "WEEKLY", ["byday"] = "MO,TU", ["opens_at"] = "09:00-08:00", ["closes_at"] = "17:00:00" };
        var monthly = new JsonObject { ["id"] = Guid.NewGuid(), ["freq"] = "MONTHLY", ["byday"] = "1MO", ["opens_at"] = "09:00", ["closes_at"] = "17:00" };
        Assert.Equal("row 1, services 1, schedules 1: timezone", (await (await ImportAsync(scene, One(weekdays))).ErrorsAsync()).Keys.Single());

        var report = await (await ImportAsync(scene, One(weekdays), "&timeZone=America/Denver")).ReadAsync<AgencyImportReport>();
        var expected = new[] { new WeeklyHoursView(DayOfWeek.Monday, "09:00", "17:00"), new WeeklyHoursView(DayOfWeek.Tuesday, "09:00", "17:00") };
        await ExpectAsync("America/Denver", expected);
        // From now on the card's own zone is meant.
        Assert.Equal(1, (await (await ImportAsync(scene, One(weekdays))).ReadAsync<AgencyImportReport>()).Unchanged);

        report = await (await ImportAsync(scene, One(weekdays, monthly))).ReadAsync<AgencyImportReport>();
        Assert.Equal("row 1, services 1, schedules 2: schedule", report.NotTaken.Keys.Single());
        await ExpectAsync("America/Denver", expected);
        await ImportAsync(scene, One());
        await ExpectAsync(null, []);

        static string One(params JsonObject[] schedules) => new JsonObject
        {
            ["id"] = Organization, ["name"] = "Example",
            ["services"] = new JsonArray(new JsonObject { ["id"] = Counselling, ["name"] = "Counselling", ["schedules"] = new JsonArray([.. schedules.Select(schedule => schedule.DeepClone())]) }),
        }.ToJsonString();

        async Task ExpectAsync(string? zone, WeeklyHoursView[] hours)
        {
            var card = await (await scene.HubAdmin.GetAsync(CardOf(report.Agencies.Single().Id))).ReadAsync<CardView>();
            Assert.Equal(zone, card.TimeZone);
            Assert.Equal(hours, card.Hours);
        }
    }

    [Fact]
    public async Task What_an_import_does_not_say_stays_and_a_service_stays_its_agencys()
    {
        var scene = await Scene.StartAsync(service);
        var agency = await scene.AgencyAsync();
        var card = await scene.WrittenAsync(agency.Id);
        await ImportAsync(scene, $$"""{"id": "{{agency.HsdsId}}", "name": "Renamed", "services": [{"id": "{{card.Services.Single().Id}}", "name": "Safe house"}]}""");
        var after = await (await scene.HubAdmin.GetAsync(CardOf(agency.Id))).ReadAsync<CardView>();
        Assert.Equal(("Renamed", "Safe house", ServiceType.EmergencyHousing), (after.Name, after.Services.Single().Name, after.Services.Single().ServiceType));
        Assert.Equal((card.Description, AfterHours.OnCall), (after.Description, after.AfterHours));
        Assert.Equal(card.Hours, after.Hours);
        Assert.Equal(card.Languages, after.Languages);

        var errors = await (await ImportAsync(scene, $$"""{"id": "{{Guid.NewGuid()}}", "name": "Other", "services": [{"id": "{{card.Services.Single().Id}}", "name": "Mine"}]}""")).ErrorsAsync();
        Assert.Equal("row 1, services 1: id", errors.Keys.Single());
    }

    [Fact]
    public async Task A_ZIP_that_cannot_be_read_or_is_larger_than_it_says_is_refused()
    {
        var scene = await Scene.StartAsync(service);
        var bomb = new string('x', 17 * 1024 * 1024);
        foreach (var zip in new[] { "no zip"u8.ToArray(), Zip(), Zip(("services.csv", "id\n")), Zip(("organizations.csv", $"id,name\n{Organization},{bomb}\n")),
            Zip(("a/organizations.csv", "id,name\n"), ("b/organizations.csv", "id,name\n")), Zip(("organizations.csv", "id\n")) })
        {
            Assert.Equal("file", (await (await ImportAsync(scene, zip)).ErrorsAsync()).Keys.Single());
        }
    }
}
