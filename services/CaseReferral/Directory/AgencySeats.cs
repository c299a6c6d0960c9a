using CaseReferral.Audit;
using CaseReferral.Storage;
using Contracts;
using Contracts.Membership;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace CaseReferral.Directory;

/// <summary>
/// Keeps who sits for an agency. When a seat ends, nothing waits for that person any more (release of information, rule
/// 12): its places on case teams end, and where nobody is left to sit for the agency its open referrals go back to their
/// senders. An alternate, or anybody else in a seat, has them as before: a referral is to an agency.
/// </summary>
internal sealed class AgencySeats(CaseReferralDb db, TimeProvider time)
    : IReactTo<SeatTaken>, IReactTo<SeatEnded>, IReactTo<OrientationOpened>, IReactTo<OrientationCompleted>
{
    public async Task ReactAsync(SeatTaken fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await FindAsync(fact.SeatId, cancellationToken) is null) Add(fact.SeatId, fact.TaskForceId, fact.AgencyId);
    }

    public async Task ReactAsync(OrientationOpened fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        var seat = await FindAsync(fact.SeatId, cancellationToken) ?? Add(fact.SeatId, fact.TaskForceId, fact.AgencyId);
        // An alternate is not whom one calls first.
        if (fact.AlternateForSeatId is null) seat.NewSince = fact.OpenedOn;
    }

    public async Task ReactAsync(OrientationCompleted fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await FindAsync(fact.SeatId, cancellationToken) is { } seat) seat.NewSince = null;
    }

    public async Task ReactAsync(SeatEnded fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        var known = await FindAsync(fact.SeatId, cancellationToken);
        if (known is { Ended: true }) return;

        var seat = known ?? Add(fact.SeatId, fact.TaskForceId, fact.AgencyId);
        (seat.Ended, seat.NewSince) = (true, null);
        await EndCaseTeamsAsync(fact.SeatId, cancellationToken);
        // Where this one was taken before seats were kept here, others may have been too.
        if (known is not null && !await AnybodySitsAsync(fact, cancellationToken)) await ReturnOpenReferralsAsync(fact, cancellationToken);
    }

    private async Task EndCaseTeamsAsync(Guid seatId, CancellationToken cancellationToken)
    {
        var places = await db.CaseTeams.Where(member => member.SeatId == seatId).ToListAsync(cancellationToken);
        foreach (var place in places)
        {
            db.CaseTeams.Remove(place);
            var hub = await db.Clients.Where(client => client.Id == place.ClientId).Select(client => client.Hub).SingleAsync(cancellationToken);
            db.Audit(AuditedChange.CaseTeamPlaceEnded, place.ClientId, hub, PlatformActors.Membership, time.GetUtcNow());
        }
    }

    private async Task<bool> AnybodySitsAsync(SeatEnded fact, CancellationToken cancellationToken)
    {
        // Those of this run are not in the database yet.
        var stored = await db.KnownSeats.Where(seat => seat.TaskForceId == fact.TaskForceId && seat.AgencyId == fact.AgencyId).ToListAsync(cancellationToken);
        return stored.Union(db.KnownSeats.Local.Where(seat => seat.TaskForceId == fact.TaskForceId && seat.AgencyId == fact.AgencyId)).Any(seat => !seat.Ended);
    }

    private async Task ReturnOpenReferralsAsync(SeatEnded fact, CancellationToken cancellationToken)
    {
        var open = await db.Referrals
            .Where(referral => referral.ToAgencyId == fact.AgencyId && referral.TaskForceId == fact.TaskForceId
                && referral.State == ReferralState.AwaitingResponse && !referral.ReceiverGone)
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var referral in open.Where(referral => referral.Return(now)))
            db.Audit(AuditedChange.ReferralReturned, referral.Id, referral.Hub, PlatformActors.Membership, now);
    }

    private ValueTask<KnownSeat?> FindAsync(Guid seatId, CancellationToken cancellationToken) => db.KnownSeats.FindAsync([seatId], cancellationToken);

    private KnownSeat Add(Guid seatId, Guid taskForceId, Guid agencyId) =>
        db.KnownSeats.Add(new KnownSeat { SeatId = seatId, TaskForceId = taskForceId, AgencyId = agencyId }).Entity;
}
