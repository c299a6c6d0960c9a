using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;
using ServiceDefaults.Tests.Host;
using Xunit;

namespace ServiceDefaults.Tests.Http;

public sealed class PagingTests(ShelfHost host) : IClassFixture<ShelfHost>
{
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
