using System.Net;
using Contracts;
using Membership.Agencies;
using Testing;

namespace Membership.Tests;

[Collection(MembershipService.Name)]
public sealed class ImportTests(MembershipService service)
{
    private static readonly Guid ExampleId = Guid.Parse("d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610");

    [Theory]
    [InlineData("organization_full.json", "application/json")]
    [InlineData("organizations.csv", "text/csv")]
    [InlineData("organizations.csv", "text/csv; charset=utf-8")]
    public async Task The_examples_of_HSDS_are_imported_and_again_without_a_trace(string file, string contentType)
    {
        var scene = await Scene.StartAsync(service);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "hsds", file));
        var report = await (await Import(scene, bytes, contentType)).ReadAsync<AgencyImportReport>();
        Assert.Equal((1, 0, 0), (report.Listed, report.Updated, report.Unchanged));

        var agency = await (await scene.HubAdmin.GetAsync($"/agencies/{report.Agencies.Single().Id}")).ReadAsync<AgencyView>();
        Assert.Equal(
            (scene.Hub, ExampleId, "Example Organization Inc.", AgencyType.NGO, AgencyClass.VictimServices),
            (agency.Hub, agency.HsdsId, agency.Name, agency.AgencyType, agency.AgencyClass));

        var again = await (await Import(scene, bytes, contentType)).ReadAsync<AgencyImportReport>();
        Assert.Equal((0, 0, 1), (again.Listed, again.Updated, again.Unchanged));
        await scene.TaskForceAsync();
        // Of the card, only the JSON says something that others hear of.
        static bool IsOfTheCard(JournalEntry entry) => entry.Type == "agency-card-changed";
        var journal = await service.JournalAsync(scene.Hub, 2, entry => !IsOfTheCard(entry));
        Assert.Equal(["agency-listed", "task-force-formed"], journal.Where(entry => !IsOfTheCard(entry)).Select(entry => entry.Type));
        Assert.Equal(file.EndsWith("json", StringComparison.Ordinal) ? 1 : 0, journal.Count(IsOfTheCard));
        await service.AssertNotStoredAsync("Ann Persona", "email@example.com", "1234 234567", "Main Street");
    }

    [Fact]
    public async Task An_import_again_takes_over_the_name_of_what_changed_only()
    {
        var scene = await Scene.StartAsync(service);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        await Import(scene, $"id,name\n{one},One\n{two},Two\n");
        var report = await (await Import(scene, $"name,id,url\n\"One, renamed\",{one},x\nTwo,{two},y\n")).ReadAsync<AgencyImportReport>();
        Assert.Equal((0, 1, 1), (report.Listed, report.Updated, report.Unchanged));
        Assert.Equal(["One, renamed", "Two"], report.Agencies.Select(agency => agency.Name));
        Assert.Equal(3, (await scene.JournalAsync(3)).Count);
    }

    [Fact]
    public async Task The_same_organization_in_two_hubs_is_two_agencies()
    {
        var (one, two) = (await Scene.StartAsync(service), await Scene.StartAsync(service));
        var csv = $"id,name\n{Guid.NewGuid()},Shared\n";
        var first = await (await Import(one, csv)).ReadAsync<AgencyImportReport>();
        var second = await (await Import(two, csv)).ReadAsync<AgencyImportReport>();
        Assert.NotEqual(first.Agencies.Single().Id, second.Agencies.Single().Id);
        Assert.Equal(HttpStatusCode.NotFound, (await one.HubAdmin.GetAsync($"/agencies/{second.Agencies.Single().Id}")).StatusCode);
        Assert.Single((await one.HubAdmin.GetFromJsonAsync<List<AgencyView>>("/agencies", Answers.Json))!);
    }

    [Fact]
    public async Task The_directory_is_filtered_by_name_of_its_fields()
    {
        var scene = await Scene.StartAsync(service);
        var (shelter, police) = (await scene.AgencyAsync(), await scene.AgencyAsync(AgencyClass.LawEnforcement, "City police"));
        Assert.Equal([police.Id], await Ids("agencyClass=LawEnforcement"));
        Assert.Equal([shelter.Id], await Ids("agencyType=NGO"));
        Assert.Equal([shelter.Id], await Ids($"hsdsId={shelter.HsdsId}"));
        Assert.Empty(await Ids($"hsdsId={shelter.HsdsId}&agencyClass=Prosecution"));

        async Task<IEnumerable<Guid>> Ids(string filter) =>
            (await scene.HubAdmin.GetFromJsonAsync<List<AgencyView>>($"/agencies?{filter}", Answers.Json))!.Select(agency => agency.Id);
    }

    [Fact]
    public async Task No_import_changes_an_agencys_class()
    {
        var scene = await Scene.StartAsync(service);
        var csv = $"id,name\n{Guid.NewGuid()},Shelter\n";
        await Import(scene, csv);
        var errors = await (await Import(scene, csv, Scene.ImportPath(AgencyClass.LawEnforcement))).ErrorsAsync();
        Assert.Equal("row 2: agencyClass", errors.Keys.Single());
    }

    [Fact]
    public async Task A_thousand_organizations_are_taken_and_no_more()
    {
        var scene = await Scene.StartAsync(service);
        Assert.Equal("file", (await (await Import(scene, Rows(1001))).ErrorsAsync()).Keys.Single());
        var report = await (await Import(scene, Rows(1000))).ReadAsync<AgencyImportReport>();
        Assert.Equal((1000, 1000), (report.Listed, report.Agencies.Count));

        static string Rows(int count) =>
            "id,name\n" + string.Concat(Enumerable.Range(1, count).Select(row => $"{Guid.NewGuid()},Agency {row}\n"));
    }

    [Theory]
    [InlineData("?agencyClass=VictimServices")]
    [InlineData("?agencyType=NGO")]
    [InlineData("?agencyClass=Everything&agencyType=NGO")]
    [InlineData("?agencyClass=17&agencyType=NGO")]
    public async Task Class_and_type_must_be_given(string query)
    {
        var scene = await Scene.StartAsync(service);
        var answer = await Import(scene, $"id,name\n{Guid.NewGuid()},Shelter\n", $"/agencies/import{query}");
        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> Import(Scene scene, string csv, string? path = null) =>
        Import(scene, System.Text.Encoding.UTF8.GetBytes(csv), "text/csv", path);

    private static Task<HttpResponseMessage> Import(Scene scene, byte[] file, string contentType, string? path = null) =>
        BadImportTests.SendAsync(scene, file, contentType, path);
}
