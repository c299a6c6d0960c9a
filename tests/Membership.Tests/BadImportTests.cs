using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Membership.Agencies;
using Testing;

namespace Membership.Tests;

public abstract class BadImportTests(MembershipService service)
{
    [Collection(MembershipService.Name)]
    public sealed class OnSqlite(MembershipService service) : BadImportTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : BadImportTests(service);

    [NeedsSqlServer, Collection(MembershipOnSqlServer.Name)]
    public sealed class OnSqlServer(MembershipService.OnSqlServer service) : BadImportTests(service);

    private const string Good = "11111111-2222-4333-8444-555555555555";
    private const string Good2 = "21111111-2222-4333-8444-555555555555";

    [Fact]
    public async Task Every_bad_row_is_named_and_nothing_is_imported()
    {
        var scene = await Scene.StartAsync(service);
        var csv = $"""
            id,name
            {Good},Good
            not-a-uuid,Marked-Value
            ,Marked-Value
            {Good.ToUpperInvariant()},Twice
            {Good2},
            {Guid.NewGuid()},{new string('n', 201)}
            {Guid.NewGuid()},a{'\u0007'}b
            {Guid.NewGuid()},one,two
            {Guid.NewGuid()}
            {Guid.Empty},Nobody
            {Guid.NewGuid()},Un"quoted
            {Guid.NewGuid()},"never closed
            """;
        var answer = await SendAsync(scene, Encoding.UTF8.GetBytes(csv), "text/csv");
        var errors = await answer.ErrorsAsync();
        Assert.Equal(
            [
                "row 10: columns", "row 11: id", "row 12: quotes", "row 13: quotes", "row 3: id", "row 4: id", "row 5: id", "row 6: name",
                "row 7: name", "row 8: name", "row 9: columns",
            ],
            errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("The same id as in row 2.", errors["row 5: id"].Single());
        Assert.DoesNotContain("Marked-Value", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await scene.HubAdmin.GetFromJsonAsync<List<AgencyView>>("/agencies", Answers.Json))!);
    }

    [Fact]
    public async Task No_more_than_a_hundred_errors_are_listed_and_all_are_counted()
    {
        var scene = await Scene.StartAsync(service);
        var csv = "id,name\n" + string.Concat(Enumerable.Repeat("x,\n", 600));
        var answer = await SendAsync(scene, Encoding.UTF8.GetBytes(csv), "text/csv");
        Assert.Equal(100, (await answer.ErrorsAsync()).Count);
        // Of each row its id and its name.
        Assert.Equal(1200, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errorCount"]!);
    }

    [Fact]
    public async Task Bad_organizations_in_JSON_are_named_by_their_place()
    {
        var scene = await Scene.StartAsync(service);
        var json = $$"""
            [ {"id": "{{Good}}", "name": "Good"}, {"id": "{{Good}}", "name": "Twice"}, {"id": 7, "name": "Number"}, {"name": "None"},
              {"id": "{{Good2}}"}, 5, null, {"id": "{{Guid.NewGuid()}}", "name": "\ud800"}, {"id": "{{Guid.NewGuid()}}", "name": ["x"]} ]
            """;
        var errors = await (await SendAsync(scene, Encoding.UTF8.GetBytes(json), "application/json")).ErrorsAsync();
        Assert.Equal(
            ["row 2: id", "row 3: id", "row 4: id", "row 5: name", "row 6: organization", "row 7: organization", "row 8: name", "row 9: name"],
            errors.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("application/json", "")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "\"text\"")]
    [InlineData("application/json", "{\"id\": \"" + Good + "\", \"name\": \"a\", \"name\": \"b\"}")]
    [InlineData("application/json", "{\"id\": \"" + Good + "\", \"name\": \"a\"} trailing")]
    [InlineData("text/csv", "")]
    [InlineData("text/csv", "id,name\n")]
    [InlineData("text/csv", "identifier,name\nx,y\n")]
    [InlineData("text/csv", "id,name,id\nx,y,z\n")]
    [InlineData("text/csv", "id;name\nx;y\n")]
    [InlineData("text/csv", "\"id,name\nx,y\n")]
    [InlineData("text/csv; charset=utf-16", "id,name\n" + Good + ",Shelter\n")]
    public async Task A_file_that_cannot_be_read_is_reported_as_such(string contentType, string file)
    {
        var scene = await Scene.StartAsync(service);
        Assert.Equal("file", (await (await SendAsync(scene, Encoding.UTF8.GetBytes(file), contentType)).ErrorsAsync()).Keys.Single());
    }

    [Theory]
    [InlineData("application/json", "{\"id\": \"" + Good + "\", \"name\": \"Caf\u00e9\"}")]
    [InlineData("text/csv", "id,name\n" + Good + ",Caf\u00e9")]
    public async Task Text_must_be_UTF_8(string contentType, string file)
    {
        var scene = await Scene.StartAsync(service);
        foreach (var encoding in new[] { Encoding.Latin1, Encoding.Unicode })
        {
            var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(file)).ToArray();
            Assert.Equal("file", (await (await SendAsync(scene, bytes, contentType)).ErrorsAsync()).Keys.Single());
        }

        var withMark = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(file)).ToArray();
        var report = await (await SendAsync(scene, withMark, contentType)).ReadAsync<AgencyImportReport>();
        Assert.Equal("Caf\u00e9", report.Agencies.Single().Name);
    }

    [Fact]
    public async Task Other_media_types_are_refused()
    {
        var scene = await Scene.StartAsync(service);
        foreach (var type in new[] { "text/plain", "application/xml" })
            await (await SendAsync(scene, "x"u8.ToArray(), type)).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    public static Task<HttpResponseMessage> SendAsync(Scene scene, byte[] file, string contentType, string? path = null)
    {
        var content = new ByteArrayContent(file) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } };
        // A file that is too large is refused by its length, before it is sent; whoever sends on regardless may find the connection closed.
        return scene.HubAdmin.SendAsync(new HttpRequestMessage(HttpMethod.Post, path ?? Scene.ImportPath()) { Content = content, Headers = { ExpectContinue = true } });
    }
}
