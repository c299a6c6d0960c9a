using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Storage;

/// <summary>Text is the same only where every character is: whatever language or collation a server was set up with.</summary>
public abstract class TextTests(ShelfHost host)
{
    public sealed class OnSqlite(ShelfHost host) : TextTests(host), IClassFixture<ShelfHost>;

    public sealed class OnPostgres(ShelfHost.OnPostgres host) : TextTests(host), IClassFixture<ShelfHost.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(ShelfHost.OnSqlServer host) : TextTests(host), IClassFixture<ShelfHost.OnSqlServer>;

    [Theory]
    [InlineData("harbor", "Harbor", "HARBOR")]
    [InlineData("straße", "strasse", "STRASSE")]
    [InlineData("é-composed", "e\u0301-composed", "e-composed")]
    [InlineData("İzmir", "izmir", "ızmir")]
    [InlineData("ﬁle", "file", "ｆile")]
    [InlineData("house 🏠", "house 🏡", "house ")]
    [InlineData("ab-c", "abc", "ab c")]
    [InlineData("100%", "100_", "1000")]
    [InlineData("it's", "it\u2019s", "its\\")]
    public async Task Each_is_itself_and_no_other(params string[] texts)
    {
        using var client = host.As();
        foreach (var text in texts)
        {
            using var added = await client.PostJsonAsync("/books", Book(text));
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            using var read = await client.GetAsync(added.Headers.Location);
            Assert.Equal(text, (await read.JsonAsync()).GetProperty("title").GetString());
        }

        foreach (var text in texts)
        {
            await (await client.PostJsonAsync("/books", Book(text))).ProblemAsync(HttpStatusCode.Conflict, "title-taken");
            await host.InDatabaseAsync(async db => Assert.Equal(text, (await db.Books.SingleAsync(book => book.Title == text)).Title));
        }
    }

    [Theory]
    [InlineData("a\\u0000b")]
    [InlineData("\\ud83c")]
    [InlineData("\\udfe0\\ud83c")]
    public async Task What_no_database_can_keep_is_400(string escaped)
    {
        using var client = host.As();
        using var answer = await client.PostJsonAsync("/books", $$"""{"title":"{{escaped}}","cover":"Hard"}""");
        Assert.Equal("title", await answer.InvalidFieldAsync());
    }

    [Theory]
    [InlineData("x", 20, HttpStatusCode.Created)]
    [InlineData("🏠", 10, HttpStatusCode.Created)]
    [InlineData("x", 21, HttpStatusCode.BadRequest)]
    [InlineData("🏠", 11, HttpStatusCode.BadRequest)]
    public async Task Length_is_counted_alike(string character, int times, HttpStatusCode expected)
    {
        using var client = host.As();
        using var answer = await client.PostJsonAsync("/books", Book(string.Concat(Enumerable.Repeat(character, times))));
        Assert.Equal(expected, answer.StatusCode);
    }

    private static string Book(string title) => JsonSerializer.Serialize(new { title, cover = "Hard" });
}
