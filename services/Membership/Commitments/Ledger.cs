using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Commitments;

/// <summary>What an agency owed in one period, and what it did.</summary>
internal sealed record LedgerLine(Guid AgencyId, Commitment Commitment, DueSpan Span, int Due, int Fulfilled, int Claimed)
{
    public int Open => Math.Max(0, Due - Fulfilled);

    public Standing StandingOn(DateOnly today) => Due == 0 ? Standing.NotDue
        : Open == 0 ? Standing.Kept
        : Span.Last < today ? Standing.NotKept
        : Standing.Running;
}

/// <summary>
/// What every member owes and did, period by period: computed from the commitments, the memberships and the tallies, so
/// that no line waits for anything to be written.
/// </summary>
internal sealed class Ledger
{
    private readonly IReadOnlyList<Commitment> commitments;
    private readonly ILookup<Guid, Stay> stays;
    private readonly IReadOnlyDictionary<(Guid Commitment, Guid Agency, DateOnly First), CommitmentTally> tallies;
    private readonly DateOnly first;
    private readonly DateOnly last;

    private Ledger(
        IReadOnlyList<Commitment> commitments, IEnumerable<Stay> stays, IEnumerable<CommitmentTally> tallies, DateOnly from, DateOnly to)
    {
        this.commitments = commitments;
        this.stays = stays.ToLookup(stay => stay.AgencyId);
        this.tallies = tallies.ToDictionary(tally => (tally.CommitmentId, tally.AgencyId, tally.FirstDay));
        (first, last) = (from, to);
    }

    /// <param name="agencyId">Of this agency only; of all where not given.</param>
    public static async Task<Ledger> ReadAsync(
        MembershipDb db, Guid taskForceId, Guid? agencyId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var commitments = await db.Commitments.AsNoTracking()
            .Where(commitment => commitment.TaskForceId == taskForceId && commitment.StartsOn <= to && (commitment.EndsOn == null || commitment.EndsOn >= from)
                && (agencyId == null || commitment.AgencyId == null || commitment.AgencyId == agencyId))
            .OrderBy(commitment => commitment.Id).ToListAsync(cancellationToken);
        var members = await db.Members.AsNoTracking()
            .Where(member => member.TaskForceId == taskForceId && (agencyId == null || member.AgencyId == agencyId))
            .Select(member => new { member.AgencyId, member.JoinedAt, member.LeftAt }).ToListAsync(cancellationToken);
        // A tally ends when its period ended as it was last counted: what is due once may have been given more time since.
        var once = commitments.Where(commitment => commitment.Period == Period.Once).Select(commitment => commitment.Id).ToList();
        var tallies = await db.CommitmentTallies.AsNoTracking()
            .Where(tally => tally.TaskForceId == taskForceId && tally.FirstDay <= to && (tally.LastDay >= from || once.Contains(tally.CommitmentId))
                && (agencyId == null || tally.AgencyId == agencyId))
            .ToListAsync(cancellationToken);
        return new Ledger(
            commitments, members.Select(member => new Stay(member.AgencyId, member.JoinedAt.Day(), member.LeftAt?.Day())), tallies, from, to);
    }

    /// <summary>By agency, then commitment, the latest period first.</summary>
    public IEnumerable<LedgerLine> Lines() =>
        from agency in stays.Select(stay => stay.Key).Order()
        from commitment in commitments
        where commitment.IsOf(agency)
        from span in commitment.Spans(first, last)
        let line = LineOf(agency, commitment, span)
        where line.Due > 0 || line.Fulfilled > 0 || line.Claimed > 0
        select line;

    private LedgerLine LineOf(Guid agency, Commitment commitment, DueSpan span)
    {
        var tally = tallies.GetValueOrDefault((commitment.Id, agency, span.First));
        var owes = !commitment.IsCutShort(span)
            && stays[agency].Any(stay => stay.JoinedOn <= span.First && (stay.LeftOn is null || stay.LeftOn > span.Last));
        return new LedgerLine(agency, commitment, span, owes ? commitment.CountDue : 0, tally?.Fulfilled ?? 0, tally?.Claimed ?? 0);
    }

    private readonly record struct Stay(Guid AgencyId, DateOnly JoinedOn, DateOnly? LeftOn);
}
