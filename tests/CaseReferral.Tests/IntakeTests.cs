using System.Net;
using CaseReferral.Clients;
using Contracts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using Testing;

namespace CaseReferral.Tests;

[Collection(HarborCollection.Name)]
public sealed class IntakeTests(Harbor harbor)
{
    [Fact]
    public async Task A_client_gets_a_code_that_can_be_spoken_and_not_guessed()
    {
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        var answer = await worker.PostAsJsonAsync("/clients", Harbor.Intake());
        var client = await answer.ReadAsync<ClientView>(HttpStatusCode.Created);

        Assert.Matches("^[34679CDFGHJKMNPQRTVWXY]{4}(-[34679CDFGHJKMNPQRTVWXY]{4}){2}$", client.Code);
        Assert.Equal("\"1\"", answer.Headers.ETag?.ToString());
        var read = await worker.GetAsync($"/{answer.Headers.Location}");
        Assert.Equivalent(client, await read.ReadAsync<ClientView>());
        Assert.NotEqual(client.Code, (await harbor.TakeInAsync()).Code);
    }

    [Fact]
    public async Task Only_her_team_and_its_supervisor_see_a_client()
    {
        var client = await harbor.TakeInAsync();

        Assert.Contains(client.Id, await ListedAsync(harbor.Advocates.As(Roles.CaseWorker)));
        Assert.Contains(client.Id, await ListedAsync(harbor.Advocates.As(Roles.Supervisor)));
        Assert.DoesNotContain(client.Id, await ListedAsync(harbor.Advocates.As(Roles.CaseWorker, 2)));
        Assert.DoesNotContain(client.Id, await ListedAsync(harbor.Shelter.As(Roles.Supervisor)));
    }

    public static TheoryData<string, AgencyClass> Others => new()
    {
        { Roles.Supervisor, AgencyClass.LawEnforcement }, { Roles.Supervisor, AgencyClass.Other }, { Roles.Supervisor, AgencyClass.Prosecution },
        { Roles.Investigator, AgencyClass.LawEnforcement }, { Roles.Prosecutor, AgencyClass.Prosecution },
        { Roles.Analyst, AgencyClass.VictimServices }, { Roles.AgencyAdmin, AgencyClass.VictimServices }, { Roles.Coordinator, AgencyClass.VictimServices },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Nobody_else_takes_clients_in_and_to_them_there_are_none(string role, AgencyClass agencyClass)
    {
        var agency = agencyClass switch
        {
            AgencyClass.LawEnforcement => harbor.Police,
            AgencyClass.Prosecution => harbor.Prosecutors,
            AgencyClass.Other => harbor.Lawyers,
            _ => harbor.Advocates,
        };
        var person = agency.As(role);
        var before = await harbor.QueryAsync(db => db.Clients.CountAsync());

        var client = await harbor.AsAsync(person);
        Assert.Equal("forbidden", await (await client.PostAsJsonAsync("/clients", Harbor.Intake())).ProblemAsync(HttpStatusCode.Forbidden));
        Assert.Equal("not-found", await (await client.GetAsync("/clients")).ProblemAsync(HttpStatusCode.NotFound));
        Assert.Equal(before, await harbor.QueryAsync(db => db.Clients.CountAsync()));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("birthDate")]
    [InlineData("notes")]
    public async Task There_is_no_place_for_a_name_or_a_story(string property)
    {
        const string marked = "Araya Marked-Value";
        var before = await CountsAsync();
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        var intake = System.Text.Json.JsonSerializer.SerializeToNode(Harbor.Intake())!.AsObject();
        intake[property] = marked;

        var answer = await worker.PostAsJsonAsync("/clients", intake);

        Assert.Equal([property], (await answer.ErrorsAsync()).Keys);
        Assert.DoesNotContain("Araya", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync());
        Assert.False(await StoredAsync("Marked-Value"), "The value is in the database's file.");
    }

    [Theory]
    [InlineData("zho")]
    [InlineData("th")]
    [InlineData("THA")]
    [InlineData("qaa")]
    [InlineData("Thai, from the north")]
    public async Task A_language_is_a_bibliographic_code(string language)
    {
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        var answer = await worker.PostAsJsonAsync("/clients", Harbor.Intake(languages: [language]));
        Assert.Equal(["languages"], (await answer.ErrorsAsync()).Keys);
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("ageBand")]
    [InlineData("gender")]
    [InlineData("languages")]
    [InlineData("traffickingStatus")]
    public async Task Nothing_is_assumed_about_her(string missing)
    {
        var worker = await harbor.AsAsync(harbor.Advocates.As(Roles.CaseWorker));
        var intake = System.Text.Json.JsonSerializer.SerializeToNode(Harbor.Intake())!.AsObject();
        intake.Remove(missing);
        Assert.Equal([missing], (await (await worker.PostAsJsonAsync("/clients", intake)).ErrorsAsync()).Keys);
    }

    [Fact]
    public async Task Intake_needs_neither_the_directory_nor_anybodys_consent()
    {
        var unknown = harbor.Advocates.As(Roles.CaseWorker) with { AgencyId = Guid.NewGuid(), TaskForceId = Guid.NewGuid(), Hub = "unheard-of" };
        Assert.NotEqual(Guid.Empty, (await harbor.TakeInAsync(unknown)).Id);
    }

    private async Task<IReadOnlyList<Guid>> ListedAsync(Person person)
    {
        var asking = await harbor.AsAsync(person);
        var (path, seen) = ("/clients?take=200", new List<Guid>());
        while (path is not null)
        {
            var page = await asking.GetAsync(path);
            seen.AddRange((await page.ReadAsync<List<ClientView>>()).Select(client => client.Id));
            path = page.NextOf("/clients");
        }

        return seen;
    }

    private Task<(int, int)> CountsAsync() => harbor.QueryAsync(async db => (await db.Clients.CountAsync(), await db.Journal.CountAsync()));

    private async Task<bool> StoredAsync(string text)
    {
        var source = await harbor.QueryAsync(db => Task.FromResult(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource));
        return await DatabaseFile.ContainsAsync(source, text);
    }
}
