using System.Net;
using System.Text.Json.Nodes;
using Gateway.Tests.Parts;

namespace Gateway.Tests;

public sealed class DocsTests(Platform platform) : OnPlatform(platform)
{
    [Fact]
    public async Task A_services_description_is_seen_from_outside()
    {
        Platform.Harbor.Answer = http => http.Response.WriteAsync(
            """{"openapi":"3.1.1","info":{"title":"Reporting","version":"v1"},"servers":[{"url":"http://127.0.0.1:5000/"}],"paths":{"/referral-report":{},"/journal/{hub}":{},"/health/ready":{}}}""");
        var document = (await Platform.Anonymous.GetFromJsonAsync<JsonObject>("/docs/openapi/reporting-harbor.json"))!;
        Assert.Equal("/openapi/v1.json", Assert.Single(Platform.Received).Target);
        Assert.Equal("""[{"url":"/api/reporting/harbor"}]""", document["servers"]!.ToJsonString());
        Assert.Equal(["/referral-report"], document["paths"]!.AsObject().Select(path => path.Key));
        Assert.NotNull(document["components"]!["securitySchemes"]!["token"]);
    }

    [Theory]
    [InlineData("/docs/openapi/nowhere.json", HttpStatusCode.NotFound)]
    [InlineData("/docs/openapi/membership.yaml", HttpStatusCode.NotFound)]
    [InlineData("/docs/nowhere", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_a_problem(string path, HttpStatusCode status)
    {
        using var answer = await Platform.Anonymous.GetAsync(path);
        await ProblemAssert.ProblemAsync(status, answer);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_description_that_is_none_is_a_problem(string text)
    {
        Platform.Harbor.Answer = http => http.Response.WriteAsync(text);
        using var answer = await Platform.Anonymous.GetAsync("/docs/openapi/reporting-harbor.json");
        await ProblemAssert.ProblemAsync(HttpStatusCode.BadGateway, answer);
    }

    [Fact]
    public async Task The_page_knows_every_service_and_loads_nothing_from_elsewhere()
    {
        using var page = await Platform.Anonymous.GetAsync("/docs/index.html");
        var html = await page.Content.ReadAsStringAsync();
        var script = await Platform.Anonymous.GetStringAsync("/docs/index.js");
        foreach (var service in new[] { "identity", "membership", "case-referral", "reporting-harbor" })
            Assert.Contains($"/docs/openapi/{service}.json", script, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var asset in new[] { "swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "index.css", "favicon-32x32.png" })
        {
            Assert.Contains(asset, html, StringComparison.Ordinal);
            using var answer = await Platform.Anonymous.GetAsync($"/docs/{asset}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_front_door_leads_to_the_docs()
    {
        using var answer = await Platform.Anonymous.GetAsync("/");
        Assert.Equal("/docs/", answer.Headers.Location?.OriginalString);
    }
}
