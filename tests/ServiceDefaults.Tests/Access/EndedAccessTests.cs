using System.Net;
using Contracts;
using Contracts.Identity;
using Contracts.Membership;
using ServiceDefaults.Access;
using ServiceDefaults.Tests.Host;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Access;

public sealed class EndedAccessTests(ShelfHost host) : IClassFixture<ShelfHost>
{
    private readonly Guid seat = Guid.NewGuid();
    private readonly Guid agency = Guid.NewGuid();
    private readonly Guid taskForce = Guid.NewGuid();
    private readonly string subject = $"client-{Guid.NewGuid():N}";

    public static TheoryData<string> Ends => ["client", "seat", "suspension", "member"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Whose_access_ended_is_refused_soon_and_on_every_replica(string what)
    {
        await using var shared = new RestartableHost();
        var replica = await shared.Host.StartAsync();
        var token = Token(shared.Host);
        using var here = shared.Host.With(token, shared.First);
        using var there = shared.Host.With(token, replica);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/me")).StatusCode);
        await shared.Host.InDatabaseAsync(async db =>
        {
            var reactions = new EndedAccessReactions(db);
            await (what switch
            {
                "client" => reactions.ReactAsync(new ClientRemoved(subject), Entry(), default),
                "seat" => reactions.ReactAsync(new SeatEnded(seat, agency, taskForce, SeatEndReason.Left, Today), Entry(), default),
                "suspension" => reactions.ReactAsync(new AgencySuspended(taskForce, agency, Today), Entry(), default),
                _ => reactions.ReactAsync(new AgencyLeft(taskForce, agency, Today), Entry(), default),
            });
            await db.SaveChangesAsync();
        });
        foreach (var client in new[] { here, there })
        {
            await Until.TrueAsync(async () => (await client.GetAsync("/me")).StatusCode == HttpStatusCode.Unauthorized, "it is refused", TimeSpan.FromSeconds(20));
            await (await client.GetAsync("/me")).ProblemAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        }

        using var another = shared.Host.With(shared.Host.Issuer.Token("another"));
        Assert.Equal(HttpStatusCode.OK, (await another.GetAsync("/me")).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_agency_that_joins_or_is_reinstated_is_let_in_again_in_any_run(bool suspended)
    {
        var token = Token(host);
        await host.InDatabaseAsync(async db =>
        {
            var reactions = new EndedAccessReactions(db);
            await EndAsync(reactions);
            await db.SaveChangesAsync();
            await RestoreAsync(reactions);
            await EndAsync(reactions);
            await db.SaveChangesAsync();
            Assert.NotNull(await db.EndedAccess.FindAsync(EndedAccess.Member(agency, taskForce)));
        });
        using var client = host.With(token);
        await Until.TrueAsync(async () => (await client.GetAsync("/me")).StatusCode == HttpStatusCode.Unauthorized, "it is refused");
        await host.InDatabaseAsync(async db =>
        {
            await RestoreAsync(new EndedAccessReactions(db));
            await db.SaveChangesAsync();
        });
        await Until.TrueAsync(async () => (await client.GetAsync("/me")).StatusCode == HttpStatusCode.OK, "it is let in");

        Task EndAsync(EndedAccessReactions reactions) => suspended
            ? reactions.ReactAsync(new AgencySuspended(taskForce, agency, Today), Entry(), default)
            : reactions.ReactAsync(new AgencyLeft(taskForce, agency, Today), Entry(), default);

        Task RestoreAsync(EndedAccessReactions reactions) => suspended
            ? reactions.ReactAsync(new AgencyReinstated(taskForce, agency, Today), Entry(), default)
            : reactions.ReactAsync(new AgencyJoined(taskForce, agency, Today), Entry(), default);
    }

    /// <summary>A provider that is not ours goes on naming a seat that ended; a client of ours gets no token any more.</summary>
    [Fact]
    public async Task Seats_and_members_stay_refused_however_long_ago_they_ended_and_on_a_replica_that_starts_then()
    {
        await using var shared = new RestartableHost();
        var (left, member) = (Guid.NewGuid(), new Dictionary<string, object> { ["agency"] = agency.ToString(), ["task_force"] = taskForce.ToString() });
        await shared.Host.InDatabaseAsync(async db =>
        {
            var reactions = new EndedAccessReactions(db);
            await reactions.ReactAsync(new ClientRemoved(subject), Entry(), default);
            await reactions.ReactAsync(new SeatEnded(seat, left, taskForce, SeatEndReason.Left, Today), Entry(), default);
            await reactions.ReactAsync(new AgencyLeft(taskForce, agency, Today), Entry(), default);
            await db.SaveChangesAsync();
        });
        await Until.TrueAsync(async () => await AskAsync(shared.First, subject) == HttpStatusCode.Unauthorized, "it was heard of");

        shared.Host.Time.Move(EndedAccess.KeptFor + TimeSpan.FromDays(30));
        await shared.Host.PurgeAsync();
        foreach (var replica in new[] { shared.First, await shared.Host.StartAsync() })
        {
            // That a client is forgotten shows that the list was read again.
            await Until.TrueAsync(async () => await AskAsync(replica, subject) == HttpStatusCode.OK, "the client is forgotten");
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(replica, "another", new() { ["seat"] = seat.ToString() }));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(replica, "another", member));
        }

        await shared.Host.InDatabaseAsync(async db =>
        {
            await new EndedAccessReactions(db).ReactAsync(new AgencyJoined(taskForce, agency, Today), Entry(), default);
            await db.SaveChangesAsync();
        });
        await Until.TrueAsync(async () => await AskAsync(shared.First, "another", member) == HttpStatusCode.OK, "it is let in again");

        // What was a month under way, as the entries that are told here all are by now.
        var late = Guid.NewGuid();
        await shared.Host.InDatabaseAsync(async db =>
        {
            await new EndedAccessReactions(db).ReactAsync(new SeatEnded(late, left, taskForce, SeatEndReason.Left, Today), Entry(), default);
            await db.SaveChangesAsync();
        });
        await Until.TrueAsync(
            async () => await AskAsync(shared.First, "another", new() { ["seat"] = late.ToString() }) == HttpStatusCode.Unauthorized, "it is refused",
            TimeSpan.FromMinutes(1));

        async Task<HttpStatusCode> AskAsync(WebApplication replica, string who, Dictionary<string, object>? claims = null)
        {
            var now = shared.Host.Time.GetUtcNow().UtcDateTime;
            using var client = shared.Host.With(
                shared.Host.Issuer.Token(who, claims, token => (token.IssuedAt, token.NotBefore, token.Expires) = (now, now, now.AddMinutes(10))), replica);
            using var answer = await client.GetAsync("/me");
            return answer.StatusCode;
        }
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static JournalEntry Entry() => new("membership", "harbor", 1, Guid.NewGuid(), "x", 1, null, Today, "{}", null);

    private string Token(ShelfHost of) => of.Issuer.Token(subject, new Dictionary<string, object>
    {
        ["seat"] = seat.ToString(), ["agency"] = agency.ToString(), ["task_force"] = taskForce.ToString(),
    });
}
