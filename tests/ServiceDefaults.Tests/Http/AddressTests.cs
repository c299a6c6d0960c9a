using System.Net;
using ServiceDefaults.Tests.Host;
using Xunit;

namespace ServiceDefaults.Tests.Http;

public sealed class AddressTests(ShelfHost host) : IClassFixture<ShelfHost>
{
    [Theory]
    [InlineData("/numbers?count=MARK", "count")]
    [InlineData("/numbers", "count")]
    [InlineData("/numbers?count=1&id=MARK", "id")]
    [InlineData("/books?take=MARK", "take")]
    [InlineData("/books?take=0", "take")]
    [InlineData("/books?take=201", "take")]
    [InlineData("/books?after=MARK", "after")]
    [InlineData("/books?after=MARKMARKMARKMARKMARKMARKMARKMARKMARKMARKMARK", "after")]
    [InlineData("/books?after=MARK%20MARK%20M", "after")]
    [InlineData("/books?after=MARK-MARK-MAR%3D", "after")]
    [InlineData("/books?cover=MARK", "cover")]
    [InlineData("/books?cover=1", "cover")]
    [InlineData("/books?cover=hard", "cover")]
    [InlineData("/books?cover=Hard,Soft", "cover")]
    [InlineData("/books/by-cover/1", "cover")]
    [InlineData("/books/by-cover/Hard?other=7", "other")]
    public async Task A_wrong_parameter_is_named(string path, string field)
    {
        using var client = host.As();
        using var answer = await client.GetAsync(path);
        Assert.Equal(field, await answer.InvalidFieldAsync());
        Assert.DoesNotContain("MARK", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/by-cover/Hard")]
    [InlineData("/books?cover=Soft&take=200")]
    public async Task A_right_one_is_taken(string path)
    {
        using var client = host.As();
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_null_character_in_the_address_is_refused()
    {
        using var client = host.As();
        using var answer = await client.GetAsync("/books?x=%00");
        await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_empty_are_problems()
    {
        using var client = host.As();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        await (await client.GetAsync("/nowhere")).ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await client.DeleteAsync("/books")).ProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        await (await client.GetAsync("/empty/429")).ProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        await (await client.GetAsync("/empty/503")).ProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Fact]
    public async Task A_failure_tells_nothing_of_itself()
    {
        using var client = host.As();
        await (await client.GetAsync("/stale")).ProblemAsync(HttpStatusCode.PreconditionFailed, "stale");
        using var answer = await client.GetAsync("/failing");
        await answer.ProblemAsync(HttpStatusCode.InternalServerError, "internal-error");
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(host.Log.All, line => line.Contains("GET /failing failed InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.All, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_answer_says_how_to_treat_it()
    {
        using var client = host.As();
        foreach (var path in new[] { "/books", "/nowhere", "/failing", "/health/live" })
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }
}
