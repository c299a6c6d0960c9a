using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Http;

public abstract class PagingTests(ShelfHost host)
{
    public sealed class OnSqlite(ShelfHost host) : PagingTests(host), IClassFixture<ShelfHost>;

    public sealed class OnPostgres(ShelfHost.OnPostgres host) : PagingTests(host), IClassFixture<ShelfHost.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(ShelfHost.OnSqlServer host) : PagingTests(host), IClassFixture<ShelfHost.OnSqlServer>;

    [Fact]
    public async Task The_links_lead_once_through_the_whole_list()
    {
        await host.InDatabaseAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, 23).Select(i => new Book($"Paged {i}", Cover.Soft)));
            await db.SaveChangesAsync();
        });
        using var client = host.As();
        var seen = new List<Guid>();
        var pages = 0;
        for (var next = new Uri(client.BaseAddress!, "/books?take=5&cover=Soft"); next is not null; pages++)
        {
            using var answer = await client.GetAsync(next);
            seen.AddRange((await answer.Content.ReadFromJsonAsync<List<Row>>())!.Select(row => row.Id));
            next = answer.Headers.TryGetValues("Link", out var link)
                ? new Uri(next, link.Single().Split('>')[0].TrimStart('<'))
                : null;
            Assert.True(next is null || next.Query.Contains("cover=Soft", StringComparison.Ordinal));
        }

        Assert.Equal(5, pages);
        Assert.Equal(23, seen.Distinct().Count());
        Assert.Equal(23, seen.Count);
    }

    [Fact]
    public async Task What_is_added_meanwhile_hides_and_repeats_nothing()
    {
        var old = await AddAsync("Old");
        using var client = host.As();
        var seen = new List<Guid>();
        for (var next = new Uri(client.BaseAddress!, "/books?take=7&cover=Hard"); next is not null;)
        {
            using var answer = await client.GetAsync(next);
            seen.AddRange((await answer.Content.ReadFromJsonAsync<List<Row>>())!.Select(row => row.Id));
            next = answer.Headers.TryGetValues("Link", out var link) ? new Uri(next, link.Single().Split('>')[0].TrimStart('<')) : null;
            if (seen.Count < 30) await AddAsync("New");
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(old.Except(seen));

        async Task<List<Guid>> AddAsync(string name)
        {
            var books = Enumerable.Range(0, 20).Select(i => new Book($"{name} {Guid.NewGuid():N}", Cover.Hard)).ToList();
            await host.InDatabaseAsync(db =>
            {
                db.AddRange(books);
                return db.SaveChangesAsync();
            });
            return books.ConvertAll(book => book.Id);
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [InlineData("sqlserver")]
    public void The_comparison_is_made_in_the_database(string provider)
    {
        using ShelfDb db = provider switch
        {
            "sqlite" => new SqliteShelfDb(new DbContextOptionsBuilder<SqliteShelfDb>().UseSqlite("Data Source=none").Options),
            "postgres" => new PostgresShelfDb(new DbContextOptionsBuilder<PostgresShelfDb>().UseNpgsql("Host=none").Options),
            _ => new SqlServerShelfDb(new DbContextOptionsBuilder<SqlServerShelfDb>().UseSqlServer("Server=none").Options),
        };
        var sql = db.Books.After(Guid.NewGuid()).ToQueryString();
        Assert.Matches(@"WHERE .*Id.{1,3}> @", sql);
    }

    private sealed record Row(Guid Id);
}
