using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceDefaults.Access;
using Testing;

namespace Attack.Tests.Requests;

internal sealed partial class Belongings
{
    /// <summary>Something of the task force at home, by one of its own.</summary>
    public Task<string> MakeAsync(string path, string role, JsonObject? body) => MakeAsync("membership", path, Home.As(role), body);

    /// <summary>Where the answer is a list of what was made.</summary>
    public async Task<string> MakeFirstAsync(string path, string role, JsonObject body)
    {
        using var answer = await platform.SendAsync("membership", HttpMethod.Post, path, Home.As(role), JsonContent.Create(body));
        return (await answer.ReadAsync<JsonElement>(HttpStatusCode.Created))[0].GetProperty("id").GetString()!;
    }

    /// <summary>Changes something by whoever coordinates, whatever its version.</summary>
    public async Task DoAsync(string path, JsonObject body, HttpMethod? method = null, string by = Roles.Coordinator)
    {
        using var message = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        message.Headers.Add("If-Match", "*");
        message.Headers.Authorization = new("Bearer", platform.Mint.TokenFor(Home.As(by)));
        using var answer = await platform.To("membership").SendAsync(message);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
