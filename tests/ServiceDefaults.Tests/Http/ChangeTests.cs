using System.Net;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Http;

public abstract class ChangeTests(ShelfHost host)
{
    public sealed class OnSqlite(ShelfHost host) : ChangeTests(host), IClassFixture<ShelfHost>;

    public sealed class OnPostgres(ShelfHost.OnPostgres host) : ChangeTests(host), IClassFixture<ShelfHost.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(ShelfHost.OnSqlServer host) : ChangeTests(host), IClassFixture<ShelfHost.OnSqlServer>;

    private static int next;

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("*")]
    [InlineData("\"7\", \"1\"")]
    public async Task A_change_names_the_version_that_was_read(string ifMatch)
    {
        var (client, path) = await NewBookAsync();
        using var answer = await client.PostJsonAsync($"{path}/name", Name(), ifMatch: ifMatch);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"2\"", answer.Headers.ETag?.ToString());
        Assert.Equal("\"2\"", (await client.GetAsync(path)).Headers.ETag?.ToString());
    }

    [Theory]
    [InlineData("\"2\"", 412, "stale")]
    [InlineData("W/\"1\"", 412, "stale")]
    [InlineData("\"x\", W/\"1\"", 412, "stale")]
    [InlineData(null, 428, "if-match-required")]
    [InlineData("", 428, "if-match-required")]
    [InlineData("1", 400, "invalid-request")]
    public async Task Otherwise_it_is_refused(string? ifMatch, int status, string slug)
    {
        var (client, path) = await NewBookAsync();
        using var answer = await client.PostJsonAsync($"{path}/name", Name(), ifMatch: ifMatch);
        await answer.ProblemAsync((HttpStatusCode)status, slug);
        Assert.Equal("\"1\"", (await client.GetAsync(path)).Headers.ETag?.ToString());
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_is_412()
    {
        var (client, path) = await NewBookAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostJsonAsync($"{path}/name", Name(), ifMatch: "\"1\"")));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var other in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
            await other.ProblemAsync(HttpStatusCode.PreconditionFailed, "stale");
    }

    /// <summary>Only the index sees it: nobody writes a race of his own for what the platform answers for all.</summary>
    [Fact]
    public async Task Who_comes_second_to_what_is_there_once_hears_so()
    {
        var (client, path) = await NewBookAsync();
        var (_, other) = await NewBookAsync();
        var name = Name();
        using var first = await client.PostJsonAsync($"{path}/name", name, ifMatch: "\"1\"");
        using var second = await client.PostJsonAsync($"{other}/name", name, ifMatch: "\"1\"");
        await second.ProblemAsync(HttpStatusCode.PreconditionFailed, "stale");
        using var twins = await client.PostJsonAsync("/twins", name);
        await twins.ProblemAsync(HttpStatusCode.Conflict, "changed-meanwhile");
    }

    private static string Name() => $$"""{"title":"Renamed {{Interlocked.Increment(ref next)}}"}""";

    private async Task<(HttpClient Client, string Path)> NewBookAsync()
    {
        var client = host.As();
        using var made = await client.PostJsonAsync("/books", $$"""{"title":"Named {{Interlocked.Increment(ref next)}}","cover":"Hard"}""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (client, made.Headers.Location!.ToString());
    }
}
