using Contracts;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Commitments;

/// <summary>
/// Counts what happened towards what an agency pledged, in the caller's own save. Once for each meeting or training,
/// however often it is said. A caller's save may lose a race to another count (a concurrency or unique violation), as
/// with any other change.
/// </summary>
internal static class CountTowardsCommitments
{
    /// <param name="kind">Commitments of this kind are counted towards: those of all members, and the agency's own.</param>
    /// <param name="sourceId">The meeting or training.</param>
    public static async Task CountAsync(
        this MembershipDb db, Guid taskForceId, Guid agencyId, CommitmentKind kind, FulfilmentSource source, Guid sourceId, DateOnly on,
        CancellationToken cancellationToken)
    {
        var pledged = await db.Commitments.Where(commitment => commitment.TaskForceId == taskForceId && commitment.Kind == kind
            && commitment.StartsOn <= on && (commitment.EndsOn == null || commitment.EndsOn >= on)
            && (commitment.AgencyId == null || commitment.AgencyId == agencyId)).ToListAsync(cancellationToken);
        foreach (var commitment in pledged)
        {
            var known = await db.FindCountedAsync(commitment.Id, agencyId, sourceId, cancellationToken);
            if (known is { State: not FulfilmentState.Withdrawn } || commitment.SpanOn(on) is not { } span) continue;

            var tally = await db.TallyAsync(commitment, agencyId, span, cancellationToken);
            if (known is null) db.Fulfilments.Add(Fulfilment.From(tally, source, sourceId, on));
            else known.Restore();
            tally.Count(commitment);
        }
    }

    /// <summary>Takes back what was counted, where it turns out not to have been so: somebody did not attend after all.</summary>
    public static async Task UncountAsync(this MembershipDb db, Guid taskForceId, Guid agencyId, Guid sourceId, CancellationToken cancellationToken)
    {
        var counted = await db.Fulfilments.Where(fulfilment => fulfilment.TaskForceId == taskForceId && fulfilment.AgencyId == agencyId
            && fulfilment.SourceId == sourceId && fulfilment.State == FulfilmentState.Confirmed).ToListAsync(cancellationToken);
        foreach (var fulfilment in counted.Where(one => one.State == FulfilmentState.Confirmed))
        {
            fulfilment.Withdraw();
            (await db.CommitmentTallies.FindAsync([fulfilment.TallyId], cancellationToken))!.Uncount();
        }
    }

    /// <summary>The agency's tally for a period, begun where there is none; what this save has begun is looked at first.</summary>
    internal static async Task<CommitmentTally> TallyAsync(
        this MembershipDb db, Commitment commitment, Guid agencyId, DueSpan span, CancellationToken cancellationToken)
    {
        var tally = db.CommitmentTallies.Local.FirstOrDefault(tally =>
                tally.CommitmentId == commitment.Id && tally.AgencyId == agencyId && tally.FirstDay == span.First)
            ?? await db.CommitmentTallies.SingleOrDefaultAsync(
                tally => tally.CommitmentId == commitment.Id && tally.AgencyId == agencyId && tally.FirstDay == span.First, cancellationToken);
        if (tally is null) db.CommitmentTallies.Add(tally = CommitmentTally.Begin(commitment, agencyId, span));
        else tally.LastsUntil(span.Last);
        return tally;
    }

    private static async Task<Fulfilment?> FindCountedAsync(
        this MembershipDb db, Guid commitmentId, Guid agencyId, Guid sourceId, CancellationToken cancellationToken) =>
        db.Fulfilments.Local.FirstOrDefault(one => one.CommitmentId == commitmentId && one.AgencyId == agencyId && one.SourceId == sourceId)
        ?? await db.Fulfilments.SingleOrDefaultAsync(
            one => one.CommitmentId == commitmentId && one.AgencyId == agencyId && one.SourceId == sourceId, cancellationToken);
}
