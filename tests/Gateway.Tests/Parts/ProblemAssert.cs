using System.Net;
using System.Text.Json.Nodes;

namespace Gateway.Tests.Parts;

public static class ProblemAssert
{
    /// <summary>The answer is this status, as a problem document that says what to do next.</summary>
    public static async Task<JsonObject> ProblemAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((int)status, (int?)problem["status"]);
        Assert.StartsWith("https://", (string?)problem["type"], StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]));
        return problem;
    }
}
