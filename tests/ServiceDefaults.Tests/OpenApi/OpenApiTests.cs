using ServiceDefaults.Tests.Host;
using Xunit;

namespace ServiceDefaults.Tests.OpenApi;

public sealed class OpenApiTests(ShelfHost host) : IClassFixture<ShelfHost>
{
    [Fact]
    public async Task The_description_says_what_a_client_must_know()
    {
        using var client = host.Anonymous();
        var document = await (await client.GetAsync("/openapi/v1.json")).JsonAsync();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("shelf", document.GetProperty("info").GetProperty("title").GetString());
        Assert.False(document.TryGetProperty("servers", out _));

        var add = document.GetProperty("paths").GetProperty("/books").GetProperty("post");
        Assert.Equal("Adds a book.", add.GetProperty("summary").GetString());
        Assert.True(add.GetProperty("security")[0].TryGetProperty("accessToken", out _));
        Assert.Contains(add.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");
        foreach (var status in new[] { "201", "400", "401", "403", "409", "413", "415", "422" })
            Assert.True(add.GetProperty("responses").TryGetProperty(status, out _), status);
        Assert.True(add.GetProperty("responses").GetProperty("409").GetProperty("content").TryGetProperty("application/problem+json", out _));

        var rename = document.GetProperty("paths").GetProperty("/books/{id}/name").GetProperty("post");
        Assert.Contains(rename.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "If-Match");

        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(["Hard", "Soft"], schemas.GetProperty("Cover").GetProperty("enum").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal("string", schemas.GetProperty("AddBook").GetProperty("properties").GetProperty("title").GetProperty("type").GetString());
        Assert.Equal("string", schemas.GetProperty("Cover").GetProperty("type").GetString());
        var chapter = schemas.GetProperty("Chapter").GetProperty("properties");
        Assert.Equal("string", chapter.GetProperty("notes").GetProperty("items").GetProperty("type").GetString());
        Assert.Contains("Hard", chapter.GetProperty("covers").GetProperty("items").ToString() + schemas.GetProperty("Cover"), StringComparison.Ordinal);
        Assert.True(chapter.GetProperty("covers").GetProperty("items").EnumerateObject().Any());
        Assert.Equal("#/components/schemas/Problem", add.GetProperty("responses").GetProperty("409").GetProperty("content")
            .GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.True(schemas.GetProperty("Problem").GetProperty("properties").TryGetProperty("errors", out _));
        Assert.Equal("A book to put up.", schemas.GetProperty("AddBook").GetProperty("description").GetString());
    }
}
