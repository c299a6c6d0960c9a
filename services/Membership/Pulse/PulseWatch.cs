using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Work;

namespace Membership.Pulse;

/// <summary>When a round has closed, forgets who was given a token, which were used, and what they were made with.</summary>
internal sealed class PulseWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderSettings> settings, Erasure erasure, ILogger<PulseWatch> logger)
    : PeriodicWorker(settings.Value.Every, scopes, time, logger)
{
    private static readonly byte[] Destroyed = [];

    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        var db = services.GetRequiredService<MembershipDb>();
        var today = Time.Day();
        var closed = await db.PulseRounds.Where(round => round.ClosesOn < today && round.TokenKey != Destroyed)
            .Select(round => round.Id).ToListAsync(stopping);
        foreach (var roundId in closed)
        {
            await db.PulseTokensGiven.Where(given => given.RoundId == roundId).ExecuteDeleteAsync(stopping);
            await db.PulseTokensUsed.Where(used => used.RoundId == roundId).ExecuteDeleteAsync(stopping);
            // Last: as long as it is there, the round is looked at again.
            await ForgetAsync(db, roundId, stopping);
            erasure.Ask(typeof(PulseTokenGiven), typeof(PulseTokenUsed), typeof(PulseTally), typeof(PulseRound));
        }
    }

    private static async Task ForgetAsync(MembershipDb db, Guid roundId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        (await db.PulseRounds.SingleAsync(round => round.Id == roundId, cancellationToken)).Forget();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another replica forgot it a moment ago.
        }
    }
}
