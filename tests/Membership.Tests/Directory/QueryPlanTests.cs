using System.Text.RegularExpressions;
using ServiceDefaults.Access;
using ServiceDefaults.Storage;

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
        AssertNoScan(await directory.OfAsync(() => directory.Scene.HubAdmin.GetAsync($"/agencies{search}"), Big));

    [Fact]
    public async Task Nor_does_its_second_page()
    {
        using var first = await directory.Scene.HubAdmin.GetAsync("/agencies?service=Food&take=20");
        var next = Regex.Match(first.Headers.GetValues("Link").Single(), "<(.*)>").Groups[1].Value;
        AssertNoScan(await directory.OfAsync(() => directory.Scene.HubAdmin.GetAsync($"/agencies{next}"), Big));
    }

    [Theory]
    [InlineData(Roles.HubAdmin)]
    [InlineData(Roles.Coordinator)]
    [InlineData(Roles.AgencyAdmin)]
    public async Task A_search_of_people_scans_no_table(string role)
    {
        var client = directory.Scene.As(role, role == Roles.AgencyAdmin ? directory.Agency : null, role == Roles.HubAdmin ? null : directory.TaskForce);
        AssertNoScan(await directory.OfAsync(() => client.PostAsJsonAsync("/representatives/search", new { name = "mari exa" }), Big));
    }

    [Fact]
    public async Task An_agency_its_card_and_its_services_are_found_by_an_index()
    {
        foreach (var path in new[] { $"/agencies/{directory.Agency}", $"/agencies/{directory.Agency}/card", "/hsds/organizations?search=harb", "/hsds/services?per_page=20" })
            AssertNoScan(await directory.OfAsync(() => directory.Scene.HubAdmin.GetAsync(path), Big));
    }

    private void AssertNoScan(IReadOnlyList<string> plan)
    {
        Assert.NotEmpty(plan);
        // SQLite says SCAN of a table, of a whole index, and of what a subquery found: only the last may be read whole.
        var found = plan.Select(step => Regex.Match(step, "^(?:CO-ROUTINE|MATERIALIZE) (.*)")).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.True(!plan.Any(step => IsScan(step)), string.Join('\n', plan));

        bool IsScan(string step) => directory.Provider == DatabaseProvider.Sqlite
            ? Regex.Match(step, @"^SCAN (?!CONSTANT ROW|\()(\S+)") is { Success: true } scan && !found.Contains(scan.Groups[1].Value)
            : step.Contains("Seq Scan on ", StringComparison.Ordinal);
    }
}
