using CaseReferral.Audit;
using CaseReferral.Storage;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseReferral.Referrals;

/// <summary>
/// Sees to it that no open referral is forgotten: marks those overdue whose deadline passed, and returns to their
/// senders those whose receiver left the task force or was suspended. Keeps nothing in memory, so a restart loses nothing; each referral
/// is saved by itself against its version, so replicas and people answering at the same moment do no harm.
/// </summary>
internal sealed partial class OpenReferralWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReferralSettings> settings, ILogger<OpenReferralWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.WatchEvery, time);
        do
        {
            try
            {
                await ChangeAllAsync(Overdue, AuditedChange.ReferralOverdue, static (referral, now) => referral.MarkOverdue(now), stoppingToken);
                await ChangeAllAsync(Orphaned, AuditedChange.ReferralReturned, static (referral, now) => referral.Return(now), stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                WatchFailed(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static IQueryable<Referral> Overdue(CaseReferralDb db, DateTimeOffset now) => db.Referrals
        .Where(referral => referral.State == ReferralState.AwaitingResponse && !referral.NeedsAttention && referral.RespondBy <= now)
        .OrderBy(referral => referral.RespondBy);

    private static IQueryable<Referral> Orphaned(CaseReferralDb db, DateTimeOffset now) =>
        from membership in db.Memberships
        where membership.LeftOn != null || membership.SuspendedOn != null
        join referral in db.Referrals
            on new { membership.TaskForceId, membership.AgencyId } equals new { referral.TaskForceId, AgencyId = referral.ToAgencyId }
        where referral.State == ReferralState.AwaitingResponse && !referral.ReceiverGone
        orderby referral.Id
        select referral;

    /// <summary>Batch by batch until one is not full, so that a backlog after a long stop is worked off without a pause.</summary>
    private async Task ChangeAllAsync(
        Func<CaseReferralDb, DateTimeOffset, IQueryable<Referral>> open, AuditedChange change, Func<Referral, DateTimeOffset, bool> verb,
        CancellationToken cancellationToken)
    {
        var changed = 0;
        List<Guid> batch;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CaseReferralDb>();
            batch = await open(db, time.GetUtcNow()).Select(referral => referral.Id).Take(settings.Value.WatchBatch).ToListAsync(cancellationToken);
            changed = 0;
            foreach (var id in batch)
                if (await ChangeOneAsync(db, id, change, verb, cancellationToken)) changed++;
        }
        while (batch.Count == settings.Value.WatchBatch && changed > 0);
    }

    private async Task<bool> ChangeOneAsync(
        CaseReferralDb db, Guid id, AuditedChange change, Func<Referral, DateTimeOffset, bool> verb, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        var referral = await db.Referrals.WithIdAsync(id, cancellationToken);
        if (referral is null || !verb(referral, now)) return false;
        db.Audit(AuditEntry.Change(change, id, referral.Hub, Actor.Watch, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // answered, revoked or marked by another replica a moment ago
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The watch over open referrals failed ({Error}) and tries again at its next turn.")]
    private partial void WatchFailed(string error);
}
