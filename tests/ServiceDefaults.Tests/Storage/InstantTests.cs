using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Storage;

/// <summary>An instant is the same instant in every database, to the microsecond, and earlier or later than the same others.</summary>
public abstract class InstantTests(ShelfHost host)
{
    public sealed class OnSqlite(ShelfHost host) : InstantTests(host), IClassFixture<ShelfHost>;

    public sealed class OnPostgres(ShelfHost.OnPostgres host) : InstantTests(host), IClassFixture<ShelfHost.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(ShelfHost.OnSqlServer host) : InstantTests(host), IClassFixture<ShelfHost.OnSqlServer>;

    private static readonly DateTimeOffset[] Instants =
    [
        .. new[]
        {
            "0001-01-01T00:00:00Z", "1969-12-31T23:59:59.9999999Z", "2026-03-04T05:06:07Z", "2026-03-04T05:06:07.0000010Z",
            "2026-03-04T05:06:07.1Z", "2026-03-04T05:06:07.1000009Z", "2026-03-04T05:06:07.1234567Z", "2026-03-04T05:06:07.15Z",
            // In the hour that a clock in New York shows twice, and in the one that it leaves out.
            "2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00", "2026-03-08T02:30:00Z", "2026-03-08T07:30:00+05:45",
            "9999-12-31T23:59:59.9999999Z",
        }.Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
    ];

    [Fact]
    public async Task It_comes_back_as_it_was_and_is_compared_as_it_was()
    {
        var run = Guid.NewGuid().ToString("N");
        await host.InDatabaseAsync(db =>
        {
            db.EndedAccess.AddRange(Instants.Select((instant, number) => EndedAccess.OfClient($"{run}-{number:D2}", instant)));
            return db.SaveChangesAsync();
        });
        await host.InDatabaseAsync(async db =>
        {
            var ours = db.EndedAccess.AsNoTracking().Where(ended => ended.Holder.Contains(run));
            var stored = await ours.ToDictionaryAsync(ended => ended.Holder[^2..], ended => ended.EndedAt);
            Assert.Equal(Instants.Select(Kept), stored.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value));
            Assert.All(stored.Values, instant => Assert.Equal(TimeSpan.Zero, instant.Offset));

            Assert.Equal(Instants.Select(Kept).Order(), await ours.OrderBy(ended => ended.EndedAt).Select(ended => ended.EndedAt).ToListAsync());
            foreach (var instant in Instants)
            {
                Assert.Equal(Instants.Count(other => Kept(other) <= Kept(instant)), await ours.CountAsync(ended => ended.EndedAt <= instant));
                Assert.Equal(Instants.Count(other => Kept(other) == Kept(instant)), await ours.CountAsync(ended => ended.EndedAt == instant));
            }
        });
    }

    private static DateTimeOffset Kept(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
