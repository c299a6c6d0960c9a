using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Http;

public abstract class IdempotencyTests(ShelfHost host)
{
    public sealed class OnSqlite(ShelfHost host) : IdempotencyTests(host), IClassFixture<ShelfHost>;

    public sealed class OnPostgres(ShelfHost.OnPostgres host) : IdempotencyTests(host), IClassFixture<ShelfHost.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(ShelfHost.OnSqlServer host) : IdempotencyTests(host), IClassFixture<ShelfHost.OnSqlServer>;

    private static int next;

    private static string NewBook() => $$"""{"title":"Keyed {{Interlocked.Increment(ref next)}}","cover":"Hard"}""";

    private static string NewKey() => Guid.NewGuid().ToString();

    [Fact]
    public async Task The_same_key_and_body_give_the_first_answer_again()
    {
        using var client = host.As();
        var (key, book, runs) = (NewKey(), NewBook(), host.Watched.Runs);
        using var first = await client.PostJsonAsync("/books", book, key);
        using var second = await client.PostJsonAsync("/books", book, $"\"{key}\"");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("\"1\"", second.Headers.ETag?.ToString());
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(runs + 1, host.Watched.Runs);
    }

    [Fact]
    public async Task Also_after_a_restart()
    {
        await using var other = new RestartableHost(provider: host.Provider);
        var (key, book) = (NewKey(), NewBook());
        using var client = other.Host.As();
        using var first = await client.PostJsonAsync("/books", book, key);
        await other.Host.StopAsync();
        await other.Host.StartAsync();
        using var again = other.Host.As();
        using var second = await again.PostJsonAsync("/books", book, key);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(1, other.Host.Watched.Runs);
    }

    [Fact]
    public async Task Another_body_or_path_with_the_key_is_422()
    {
        using var client = host.As();
        var (key, book) = (NewKey(), NewBook());
        await client.PostJsonAsync("/books", book, key);
        await (await client.PostJsonAsync("/books", NewBook(), key)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "key-reused");
        await (await client.PostJsonAsync("/cards", book, key)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Fact]
    public async Task A_key_means_nothing_to_somebody_else()
    {
        using var one = host.As();
        using var two = host.With(host.Issuer.Token("somebody-else"));
        var key = NewKey();
        await one.PostJsonAsync("/books", NewBook(), key);
        using var answer = await two.PostJsonAsync("/books", NewBook(), key);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("role")]
    [InlineData("agency_class")]
    [InlineData("hub")]
    [InlineData("task_force")]
    public async Task Whose_rights_changed_since_does_not_get_the_answer_again(string changed)
    {
        var (key, book) = (NewKey(), NewBook());
        var claims = new Dictionary<string, object> { ["agency_class"] = "VictimServices", ["hub"] = "harbor", ["task_force"] = Guid.NewGuid().ToString() };
        using var before = host.With(host.Issuer.Token(claims: claims, roles: ["case-worker", "supervisor"]));
        using var first = await before.PostJsonAsync("/books", book, key);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var reordered = host.With(host.Issuer.Token(claims: claims, roles: ["supervisor", "case-worker"]));
        Assert.Equal(HttpStatusCode.Created, (await reordered.PostJsonAsync("/books", book, key)).StatusCode);

        claims.Remove(changed);
        using var after = host.With(host.Issuer.Token(claims: claims, roles: changed == "role" ? ["case-worker"] : ["case-worker", "supervisor"]));
        await (await after.PostJsonAsync("/books", book, key)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Fact]
    public async Task While_the_first_is_running_the_second_is_409_and_then_gets_its_answer()
    {
        await using var other = new RestartableHost(provider: host.Provider);
        var (key, book) = (NewKey(), NewBook());
        other.Host.Watched.Gate = new TaskCompletionSource();
        using var client = other.Host.As();
        var first = client.PostJsonAsync("/books", book, key);
        await Until.TrueAsync(() => Task.FromResult(other.Host.Watched.Runs == 1), "the first runs");
        using var second = await client.PostJsonAsync("/books", book, key);
        await second.ProblemAsync(HttpStatusCode.Conflict, "request-running");
        Assert.NotNull(second.Headers.RetryAfter);
        other.Host.Watched.Gate.SetResult();
        Assert.Equal(HttpStatusCode.Created, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await client.PostJsonAsync("/books", book, key)).StatusCode);
        Assert.Equal(1, other.Host.Watched.Runs);
    }

    [Fact]
    public async Task On_another_replica_the_second_waits_for_the_first()
    {
        await using var other = new RestartableHost(provider: host.Provider);
        var replica = await other.Host.StartAsync();
        var (key, book) = (NewKey(), NewBook());
        var token = other.Host.Issuer.Token();
        using var here = other.Host.With(token, other.First);
        using var there = other.Host.With(token, replica);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? here : there).PostJsonAsync("/books", book, key)));
        Assert.Equal(1, other.Host.Watched.Runs);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        Assert.Single(answers.Where(answer => answer.IsSuccessStatusCode).Select(answer => answer.Headers.Location).Distinct());
    }

    [Theory]
    [InlineData("", "no-pages", 422)]
    [InlineData(",\"pages\":3", "internal-error", 500)]
    public async Task A_failure_keeps_nothing_of_what_was_saved(string more, string slug, int status)
    {
        using var client = host.As();
        var (key, title) = (NewKey(), $"Lost {status}");
        var body = $$"""{"title":"{{title}}","cover":"Soft"{{more}}}""";
        var runs = host.Watched.Runs;
        await (await client.PostJsonAsync("/cards", body, key)).ProblemAsync((HttpStatusCode)status, slug);
        await (await client.PostJsonAsync("/cards", body, key)).ProblemAsync((HttpStatusCode)status, slug);
        Assert.Equal(runs + 2, host.Watched.Runs);
        await host.InDatabaseAsync(async db => Assert.False(await db.Books.AnyAsync(book => book.Title == title)));
    }

    [Fact]
    public async Task A_conflict_that_the_handler_catches_leaves_the_transaction_usable()
    {
        using var client = host.As();
        var book = NewBook();
        Assert.Equal(HttpStatusCode.Created, (await client.PostJsonAsync("/books", book, NewKey())).StatusCode);
        await (await client.PostJsonAsync("/books", book, NewKey())).ProblemAsync(HttpStatusCode.Conflict, "title-taken");
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("\"unclosed")]
    public async Task A_key_that_is_none_is_400(string key)
    {
        using var client = host.As();
        using var answer = await client.PostJsonAsync("/books", NewBook(), key);
        Assert.Equal("Idempotency-Key", await answer.InvalidFieldAsync());
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_400()
    {
        using var client = host.As();
        using var answer = await client.PostJsonAsync("/books", NewBook(), new string('k', 201));
        Assert.Equal("Idempotency-Key", await answer.InvalidFieldAsync());
    }

    [Fact]
    public async Task The_database_holds_neither_key_nor_body()
    {
        using var client = host.As();
        var key = NewKey();
        using var answer = await client.PostJsonAsync("/books", """{"title":"MARKED SECRET","cover":"Hard"}""", key);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await host.InDatabaseAsync(async db =>
        {
            var kept = await db.KeptAnswers.AsNoTracking().ToListAsync();
            Assert.NotEmpty(kept);
            Assert.All(kept, row => Assert.DoesNotContain("MARKED", Encoding.UTF8.GetString(row.Body), StringComparison.Ordinal));
            Assert.DoesNotContain(kept, row => row.Key.Contains(key, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task After_a_day_the_key_is_free_again_and_old_answers_are_removed()
    {
        await using var other = new RestartableHost(provider: host.Provider);
        using var client = other.Host.As();
        var key = NewKey();
        await client.PostJsonAsync("/books", NewBook(), key);
        other.Host.Time.Move(KeptAnswer.KeptFor + TimeSpan.FromMinutes(1));
        using var later = other.Host.With(other.Host.TokenNow());
        Assert.Equal(HttpStatusCode.Created, (await later.PostJsonAsync("/books", NewBook(), key)).StatusCode);
        await other.Host.InDatabaseAsync(async db => Assert.Equal(1, await db.KeptAnswers.CountAsync()));
        for (var i = 0; i < 3; i++)
            await later.PostJsonAsync("/books", NewBook(), NewKey());
        other.Host.Time.Move(KeptAnswer.KeptFor + TimeSpan.FromMinutes(1));
        await other.Host.PurgeAsync();
        await other.Host.InDatabaseAsync(async db => Assert.Equal(0, await db.KeptAnswers.CountAsync()));
    }
}
