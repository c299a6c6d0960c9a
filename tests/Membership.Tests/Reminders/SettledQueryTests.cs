using System.Reflection;
using Membership.Reminders;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Membership.Tests.Reminders;

/// <summary>What is settled is asked in words that every database has: one that fails would only be seen in the log.</summary>
public abstract class SettledQueryTests(MembershipService service)
{
    [Collection(MembershipService.Name)]
    public sealed class OnSqlite(MembershipService service) : SettledQueryTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : SettledQueryTests(service);

    [NeedsSqlServer, Collection(MembershipOnSqlServer.Name)]
    public sealed class OnSqlServer(MembershipService.OnSqlServer service) : SettledQueryTests(service);

    [Fact]
    public async Task Every_database_finds_what_is_settled_of_every_kind()
    {
        var kind = typeof(Reminder).Assembly.GetType("Membership.Reminders.IRemind", throwOnError: true)!;
        var settled = kind.GetProperty("Settled", BindingFlags.Public | BindingFlags.Instance)!;
        await using var scope = service.Provided.CreateAsyncScope();
        var all = scope.ServiceProvider.GetServices(kind).ToList();
        Assert.True(all.Count >= 12, $"There are {all.Count}.");
        foreach (var one in all) await ((IQueryable<Reminder>)settled.GetValue(one)!).Where(reminder => reminder.DismissedAt == null).Take(1).ToListAsync();
    }
}
