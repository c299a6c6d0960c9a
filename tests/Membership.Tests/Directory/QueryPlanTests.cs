using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Searching;

/// <summary>The hot queries read what they find, and not the whole directory for it.</summary>
public abstract class QueryPlanTests(DirectoryPlans directory)
{
    [Collection(DirectoryPlansInSqlite.Name)]
    public sealed class OnSqlite(DirectoryPlans.InSqlite directory) : QueryPlanTests(directory);

    [Collection(DirectoryPlansInPostgres.Name)]
    public sealed class OnPostgres(DirectoryPlans.InPostgres directory) : QueryPlanTests(directory);

    private static readonly string[] Big =
        ["Agencies", "AgencyNameWords", "AgencyLanguages", "AgencyAreas", "AgencyHours", "AgencyHoursExceptions", "OfferedServices", "Members", "Seats", "SeatNameWords"];

    [Theory]
    [InlineData("")]
    [InlineData("?take=200")]
    [InlineData("?name=harb")]
    [InlineData("?name=safe+hav")]
    [InlineData("?service=ImmigrationLegal")]
    [InlineData("?language=tha")]
    [InlineData("?area=06075")]
    [InlineData("?agencyClass=VictimServices")]
    [InlineData("?agencyType=NGO&agencyClass=VictimServices")]
    [InlineData("?openAt=2026-01-07T11:00:00Z")]
    [InlineData("?service=EmergencyHousing&language=vie&area=US-CA&openAt=2026-01-07T11:00:00Z")]
    public async Task A_search_of_the_directory_scans_no_table(string search) =>
        directory.AssertNoScan(await directory.OfAsync(() => directory.Scene.HubAdmin.GetAsync($"/agencies{search}"), Big));

    [Fact]
    public async Task Nor_does_its_second_page()
    {
        using var first = await directory.Scene.HubAdmin.GetAsync("/agencies?service=Food&take=20");
        var next = Regex.Match(first.Headers.GetValues("Link").Single(), "<(.*)>").Groups[1].Value;
        directory.AssertNoScan(await directory.OfAsync(() => directory.Scene.HubAdmin.GetAsync($"/agencies{next}"), Big));
    }

    /// <summary>A rare name with a common one, a common one alone, two common ones; a task force's and an agency's few.</summary>
    [Theory]
    [InlineData(Roles.HubAdmin, "mari exa")]
    [InlineData(Roles.HubAdmin, "exa")]
    [InlineData(Roles.HubAdmin, "exa e")]
    [InlineData(Roles.Coordinator, "mari exa")]
    [InlineData(Roles.AgencyAdmin, "mari exa")]
    public async Task A_search_of_people_scans_no_table(string role, string name)
    {
        var client = directory.Scene.As(role, role == Roles.AgencyAdmin ? directory.Agency : null, role == Roles.HubAdmin ? null : directory.TaskForce);
        directory.AssertNoScan(await directory.OfAsync(() => client.PostAsJsonAsync("/representatives/search", new { name }), Big));
    }

    [Theory]
    [InlineData("exa")]
    [InlineData("exa e")]
    [InlineData("noor example1")]
    public async Task However_common_a_name_is_each_who_has_it_is_found_once(string name)
    {
        var found = new List<(Guid Seat, string Name)>();
        for (var next = "?take=200"; next.Length > 0;)
        {
            using var page = await directory.Scene.HubAdmin.PostAsJsonAsync($"/representatives/search{next}", new { name });
            found.AddRange((await page.Content.ReadFromJsonAsync<List<JsonElement>>())!
                .Select(row => (row.GetProperty("seatId").GetGuid(), row.GetProperty("person").GetProperty("name").GetString()!)));
            next = page.Headers.TryGetValues("Link", out var link) ? Regex.Match(link.Single(), "<(.*)>").Groups[1].Value : "";
        }

        Assert.Distinct(found);
        Assert.All(found, person => Assert.All(name.Split(' '), word => Assert.Contains($" {word}", $" {person.Name}", StringComparison.OrdinalIgnoreCase)));
        var expected = Enumerable.Range(0, DirectoryPlans.Representatives)
            .Select(seat => LargeDirectory.PersonOf(seat / DirectoryPlans.Each, seat % DirectoryPlans.Each))
            .Count(person => name.Split(' ').All(word => $" {person}".Contains($" {word}", StringComparison.OrdinalIgnoreCase)));
        Assert.NotEqual(0, expected);
        Assert.Equal(expected, found.Count(person => Regex.IsMatch(person.Name, "Example[0-9]")));
    }

    [Fact]
    public async Task An_agency_its_card_and_its_services_are_found_by_an_index()
    {
        foreach (var path in new[] { $"/agencies/{directory.Agency}", $"/agencies/{directory.Agency}/card", "/hsds/organizations?search=harb", "/hsds/services?per_page=20" })
            directory.AssertNoScan(await directory.OfAsync(() => directory.Scene.HubAdmin.GetAsync(path), Big));
    }
}
