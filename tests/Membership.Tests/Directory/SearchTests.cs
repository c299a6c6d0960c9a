using System.Net;
using Membership.Agencies;
using Membership.Seats;
using Membership.Storage;
using Membership.Tests.Agencies;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;
using static Membership.Tests.Agencies.CardScene;

namespace Membership.Tests.Searching;

public abstract class SearchTests(MembershipService service)
{
    [Collection(MembershipService.Name)]
    public sealed class OnSqlite(MembershipService service) : SearchTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : SearchTests(service);

    [NeedsSqlServer, Collection(MembershipOnSqlServer.Name)]
    public sealed class OnSqlServer(MembershipService.OnSqlServer service) : SearchTests(service);

    [Fact]
    public async Task Names_are_found_by_how_their_words_begin_in_any_case_and_without_accents()
    {
        var scene = await Scene.StartAsync(service);
        var other = await Scene.StartAsync(service);
        foreach (var name in new[] { "Open Door", "OPEN Water Society", "Casa de la Ópera", "O'Neil's House", "Дом надежды" }) await scene.AgencyAsync(name: name);
        await other.AgencyAsync(name: "Open Elsewhere");
        Assert.Equal(["OPEN Water Society", "Open Door"], await Names("open"));
        Assert.Equal(["Casa de la Ópera", "OPEN Water Society", "Open Door"], await Names("OP"));
        Assert.Equal(["Casa de la Ópera"], await Names("opera cás"));
        Assert.Equal(["Open Door"], await Names("do open"));
        Assert.Equal(["O'Neil's House"], await Names("oneil"));
        Assert.Equal(["Дом надежды"], await Names("НАДЕЖ"));
        Assert.Empty(await Names("oor"));
        Assert.Empty(await Names("open door house"));
        Assert.Equal("name", (await (await scene.HubAdmin.GetAsync("/agencies?name=%27%25")).ErrorsAsync()).Keys.Single());

        async Task<IEnumerable<string>> Names(string name) => (await FindAsync(scene, $"name={Uri.EscapeDataString(name)}")).Select(agency => agency.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task All_conditions_hold_at_once_and_an_area_is_served_from_around_it()
    {
        var scene = await Scene.StartAsync(service);
        var shelter = await With("Shelter", "EmergencyHousing", ["spa"], ["US-CA"]);
        var county = await With("County clinic", "Medical", ["spa", "tha"], ["06075"]);
        var nation = await With("Nation", "Medical", ["tha"], ["US"]);
        Assert.Equal([county, nation], await Ids("service=Medical"));
        Assert.Equal([shelter, county], await Ids("language=spa"));
        Assert.Equal([county], await Ids("service=Medical&language=spa&name=coun"));
        Assert.Equal([shelter, county, nation], await Ids("area=06075"));
        Assert.Equal([shelter, nation], await Ids("area=06001"));
        Assert.Equal([shelter, nation], await Ids("area=US-CA"));
        Assert.Equal([nation], await Ids("area=US-NV"));
        Assert.Empty(await Ids("service=Food"));
        Assert.Empty(await Ids("agencyClass=LawEnforcement&language=spa"));
        foreach (var (field, query) in new[] { ("language", "language=zzz"), ("area", "area=California"), ("service", "service=Everything") })
            Assert.Equal(field, (await (await scene.HubAdmin.GetAsync($"/agencies?{query}")).ErrorsAsync()).Keys.Single());

        // Page by page, each once.
        var first = await scene.HubAdmin.GetAsync("/agencies?area=06075&take=2");
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        var pages = (await first.ReadAsync<List<AgencyView>>()).Concat(await FindAsync(scene, next[1..])).Select(agency => agency.Id);
        Assert.Equal(new[] { shelter, county, nation }.Order(), pages.Order());

        async Task<Guid> With(string name, string type, string[] languages, string[] areas)
        {
            var agency = await scene.AgencyAsync(name: name);
            await scene.WrittenAsync(agency.Id, Card(services: new[] { Service(type) }, languages: languages, areas: areas));
            return agency.Id;
        }

        async Task<IEnumerable<Guid>> Ids(string query)
        {
            var found = (await FindAsync(scene, query)).Select(agency => agency.Id).ToHashSet();
            return new[] { shelter, county, nation }.Where(found.Contains);
        }
    }

    [Fact]
    public async Task Who_is_open_is_found_as_the_hours_say_also_at_night_on_exceptions_and_when_the_clock_changes()
    {
        var scene = await Scene.StartAsync(service);
        var agencies = new Dictionary<Guid, (string Zone, object[] Hours)>();
        foreach (var (zone, hours) in new (string, object[])[]
        {
            ("America/Los_Angeles", [Line("Monday", "09:00", "17:00"), Line("Tuesday", "09:00", "17:00")]),
            ("America/New_York", [Line("Saturday", "22:00", "06:00"), Line("Sunday", "22:00", "06:00")]),
            ("America/Los_Angeles", [Line("Sunday", "01:30", "03:30")]),
            ("Asia/Kathmandu", [.. Enum.GetNames<DayOfWeek>().Select(day => Line(day, "00:00", "00:00"))]),
        })
        {
            var agency = await scene.AgencyAsync(name: "Hours");
            agencies[agency.Id] = (zone, hours);
            await scene.WrittenAsync(agency.Id, new
            {
                timeZone = zone, hours, hoursExceptions = new object[] { new { date = "2026-12-28" }, new { date = "2026-12-29", opens = "10:00", closes = "11:00" } },
            });
        }

        await scene.AgencyAsync(name: "Unknown");
        var instants = new[]
        {
            "2026-07-06T16:00:00Z", "2026-07-07T00:00:00Z", "2026-07-12T03:00:00Z", "2026-11-01T08:15:00Z", "2026-11-01T08:45:00Z", "2026-11-01T09:15:00Z", "2026-03-08T10:15:00Z",
            "2026-12-28T08:00:00Z", "2026-12-28T18:00:00Z", "2026-12-29T18:30:00Z", "2026-12-29T19:30:00Z", "2026-12-29T04:30:00Z",
        };
        foreach (var instant in instants.Select(text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))
        {
            var found = (await FindAsync(scene, $"openAt={Uri.EscapeDataString(instant.ToString("O"))}")).Select(agency => agency.Id).ToHashSet();
            foreach (var (id, (zone, hours)) in agencies) Assert.True(found.Contains(id) == IsOpen(zone, hours, instant), $"{zone} at {instant:u}");
            Assert.True(found.Count <= agencies.Count);
        }

        static bool IsOpen(string zone, object[] hours, DateTimeOffset instant) => new Membership.Agencies.Hours.OpeningHours(
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            hours.Select(line => System.Text.Json.JsonSerializer.SerializeToElement(line)).Select(line => (
                Enum.Parse<DayOfWeek>(line.GetProperty("day").GetString()!), Between(line.GetProperty("opens").GetString()!, line.GetProperty("closes").GetString()!))),
            [(new DateOnly(2026, 12, 28), Membership.Agencies.Hours.Opening.Closed), (new DateOnly(2026, 12, 29), Between("10:00", "11:00"))]).IsOpenAt(instant);

        static Membership.Agencies.Hours.Opening Between(string opens, string closes) => Membership.Agencies.Hours.Opening.Between(
            TimeOnly.Parse(opens, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(closes, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task People_are_found_by_those_who_may_see_them()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var (elsewhere, other) = (await scene.TaskForceAsync("Elsewhere"), await scene.AgencyAsync(name: "Other"));
        await scene.JoinAsync(elsewhere.Id, other.Id);
        var here = await scene.SeatAsync(taskForce.Id, agency.Id, name: "Lucía Ejemplo-Test");
        var there = await scene.SeatAsync(elsewhere.Id, other.Id, name: "Luciana Test");
        var gone = await scene.SeatAsync(elsewhere.Id, other.Id, name: "Lucius Test");
        await scene.EndSeatAsync(elsewhere.Id, gone.Id);

        Assert.Equal([here.Id, there.Id], await Found(scene.HubAdmin, "LUCI"));
        Assert.Equal([here.Id], await Found(scene.HubAdmin, "ejem luci"));
        Assert.Equal([here.Id], await Found(scene.As(Roles.Coordinator, taskForce: taskForce.Id), "luci"));
        Assert.Equal([there.Id], await Found(scene.As(Roles.AgencyAdmin, other.Id), "luci"));
        Assert.Empty(await Found(scene.As(Roles.AgencyAdmin, taskForce: taskForce.Id), "luci"));
        Assert.Empty(await Found((await Scene.StartAsync(service)).HubAdmin, "luci"));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.As(Roles.CaseWorker, agency.Id, taskForce.Id).PostAsJsonAsync("/representatives/search", new { name = "luci" })).StatusCode);
        Assert.Equal("name", (await (await scene.HubAdmin.PostAsJsonAsync("/representatives/search", new { name = "l" })).ErrorsAsync()).Keys.Single());

        async Task<IEnumerable<Guid>> Found(HttpClient client, string name)
        {
            var found = await (await client.PostAsJsonAsync("/representatives/search", new { name })).ReadAsync<List<RepresentativeView>>();
            Assert.DoesNotContain(found, person => person.SeatId == gone.Id);
            Assert.All(found, person => Assert.Contains("Luci", person.Person.Name.Replace('í', 'i'), StringComparison.Ordinal));
            return new[] { here.Id, there.Id }.Where(id => found.Any(person => person.SeatId == id));
        }
    }

    [Fact]
    public async Task Names_from_before_there_were_search_words_are_found_after_the_next_start()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id, name: "Lucía Ejemplo-Test");
        await using (var scope = service.Provided.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
            await db.AgencyNameWords.Where(row => row.Hub == scene.Hub).ExecuteDeleteAsync();
            await db.SeatNameWords.Where(row => row.Hub == scene.Hub).ExecuteDeleteAsync();
        }

        Assert.Empty(await FindAsync(scene, "name=door"));
        await using var next = await service.StartReplicaAsync<MembershipDb>("membership");
        await Until.TrueAsync(async () => (await FoundAsync()).Any(person => person.SeatId == seat.Id), "the person is found");
        Assert.Equal(agency.Id, Assert.Single(await FindAsync(scene, "name=door")).Id);

        async Task<List<RepresentativeView>> FoundAsync() =>
            await (await scene.HubAdmin.PostAsJsonAsync("/representatives/search", new { name = "ejemplo" })).ReadAsync<List<RepresentativeView>>();
    }

    private static async Task<List<AgencyView>> FindAsync(Scene scene, string query) =>
        await (await scene.HubAdmin.GetAsync($"/agencies?{query}")).ReadAsync<List<AgencyView>>();
}
