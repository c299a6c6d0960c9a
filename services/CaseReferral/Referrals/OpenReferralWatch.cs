using CaseReferral.Audit;
using CaseReferral.Storage;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Work;

namespace CaseReferral.Referrals;

/// <summary>
/// Sees to it that no open referral is forgotten: marks those overdue whose deadline passed, and returns to their
/// senders those whose receiver left the task force or was suspended. Keeps nothing in memory, so a restart loses nothing; each referral
/// is saved by itself against its version, so replicas and people answering at the same moment do no harm.
/// </summary>
internal sealed class OpenReferralWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReferralSettings> settings, ILogger<OpenReferralWatch> logger)
    : PeriodicWorker(settings.Value.WatchEvery, scopes, time, logger)
{
    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        var db = services.GetRequiredService<CaseReferralDb>();
        await ChangeAllAsync(db, Overdue, AuditedChange.ReferralOverdue, static (referral, now) => referral.MarkOverdue(now), stopping);
        await ChangeAllAsync(db, Orphaned, AuditedChange.ReferralReturned, static (referral, now) => referral.Return(now), stopping);
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
        CaseReferralDb db, Func<CaseReferralDb, DateTimeOffset, IQueryable<Referral>> open, AuditedChange change,
        Func<Referral, DateTimeOffset, bool> verb, CancellationToken cancellationToken)
    {
        var changed = 0;
        List<Guid> batch;
        do
        {
            batch = await open(db, Time.GetUtcNow()).Select(referral => referral.Id).Take(settings.Value.WatchBatch).ToListAsync(cancellationToken);
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
        var now = Time.GetUtcNow();
        var referral = await db.Referrals.WithIdAsync(id, cancellationToken);
        if (referral is null || !verb(referral, now)) return false;
        db.Audit(change, id, referral.Hub, PlatformActors.Watch, now);
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
}
