using System.Net;
using System.Text.Json.Nodes;
using ServiceDefaults.Access;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Access;

public sealed class RoleTests(ShelfHost host) : IClassFixture<ShelfHost>
{
    [Fact]
    public void Every_endpoint_asks_for_a_token_but_those_on_the_list()
    {
        OpenRoutes.AreOnly(host.App.Services);
        Assert.Contains(RouteTable.Of(host.App.Services), row => row.Pattern == "/coordinators" && row.Roles.Single().Roles.SequenceEqual([Roles.Coordinator, Roles.HubAdmin]));
    }

    [Theory]
    [InlineData(Roles.Coordinator, 200)]
    [InlineData(Roles.HubAdmin, 200)]
    [InlineData(Roles.CaseWorker, 403)]
    public async Task A_role_opens_what_it_is_for(string role, int status)
    {
        using var client = host.As(role);
        using var answer = await client.GetAsync("/coordinators");
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 403)
            await answer.ProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task What_is_hidden_looks_to_others_like_nothing()
    {
        var id = Guid.NewGuid();
        var hidden = await AnswerAsync(Roles.Investigator, $"/hidden/{id}");
        Assert.Equal(await AnswerAsync(Roles.CaseWorker, $"/hidden/{id}"), hidden);
        Assert.Equal(await AnswerAsync(Roles.Investigator, $"/nowhere/{id}"), hidden);
    }

    /// <summary>Everything that can be told apart: status, headers, body; but for date and trace.</summary>
    private async Task<string> AnswerAsync(string role, string path)
    {
        using var client = host.As(role);
        using var answer = await client.GetAsync(path);
        await answer.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        body.Remove("traceId");
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order();
        return string.Join('\n', [answer.StatusCode.ToString(), .. headers, body.ToJsonString()]);
    }
}
