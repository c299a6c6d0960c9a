using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>A fact is numbered when it is committed and never otherwise, whoever else writes at the time.</summary>
public abstract class JournalTests(DatabaseProvider provider) : PlatformFixture(provider)
{
    public sealed class OnSqlite() : JournalTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgres() : JournalTests(DatabaseProvider.Postgres);

    [NeedsSqlServer]
    public sealed class OnSqlServer() : JournalTests(DatabaseProvider.SqlServer);

    [Fact]
    public async Task Many_who_write_and_some_who_give_up_leave_no_gap()
    {
        var host = await StartAsync<MembershipDb>("membership");
        await Task.WhenAll(Enumerable.Range(0, 24).Select(n => Task.Run(async () =>
        {
            await using var open = await OpenFacts.WriteAsync(host.Services, n % 2 == 0 ? "harbor" : "ridge", facts: 3);
            await Task.Yield();
            if (n % 3 != 0) await open.CommitAsync();
        })));

        await Until.TrueAsync(() => Facts.ReadAsync(host.Services, db => db.Journal.AllAsync(row => row.Position != null)), "every row is numbered");
        foreach (var hub in new[] { "harbor", "ridge" })
        {
            var positions = await Facts.ReadAsync(host.Services, db =>
                db.Journal.Where(row => row.Hub == hub).OrderBy(row => row.Sequence).Select(row => row.Position!.Value).ToListAsync());
            Assert.Equal(Enumerable.Range(1, 24).Select(position => (long)position), positions.Order());
        }
    }
}

/// <summary>Where two can write at once. On SQLite nobody can: a second writer waits for the first.</summary>
public abstract class LateCommitTests(DatabaseProvider provider) : PlatformFixture(provider)
{
    public sealed class OnPostgres() : LateCommitTests(DatabaseProvider.Postgres);

    [NeedsSqlServer]
    public sealed class OnSqlServer() : LateCommitTests(DatabaseProvider.SqlServer);

    [Fact]
    public async Task What_was_written_first_and_committed_last_comes_last()
    {
        var host = await StartAsync<MembershipDb>("membership");
        await using var late = await OpenFacts.WriteAsync(host.Services, "harbor", facts: 2);
        await Facts.WriteAsync(host.Services, "harbor", Facts.Listed("harbor"), Facts.Listed("harbor"), Facts.Listed("harbor"));
        await HeadIsAsync(3);
        await late.CommitAsync();
        await HeadIsAsync(5);

        var bySequence = await Facts.ReadAsync(host.Services, db => db.Journal.OrderBy(row => row.Sequence).Select(row => row.Position).ToListAsync());
        Assert.Equal([4, 5, 1, 2, 3], bySequence);

        Task HeadIsAsync(long head) => Until.TrueAsync(
            () => Facts.ReadAsync(host.Services, db => db.JournalStreams.AnyAsync(stream => stream.Hub == "harbor" && stream.Assigned == head)), $"{head} are numbered");
    }
}
