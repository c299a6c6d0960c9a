using Membership.Handovers;
using Membership.Leadership;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Committees;

/// <summary>A committee's chair whose seat ends: the alternate takes it, or it is shown as vacant. Who sat there for an agency likewise.</summary>
internal sealed class CommitteeHandover(MembershipDb db, TimeProvider time) : IHandOver
{
    public ResponsibilityKind Kind => ResponsibilityKind.CommitteeChair;

    public async Task HandOverAsync(Handover handover, CancellationToken cancellationToken)
    {
        var today = handover.Now.Day();
        var chaired = await db.Committees
            .Where(committee => committee.ChairSeatId == handover.From.Id
                && (committee.EndedOn == null || committee.EndReason == CommitteeEndReason.TimeUp)).ToListAsync(cancellationToken);
        foreach (var committee in chaired)
        {
            committee.GiveChair(handover.To, today);
            db.StructureChanges.Add(StructureChange.Of(
                committee, handover.To is null ? StructureChangeKind.CommitteeChairVacant : StructureChangeKind.CommitteeChairPassedOn, today,
                handover.Written, agencyId: handover.To?.AgencyId, seatId: handover.To?.Id));
            handover.Record(Kind, committee.Id);
        }

        var sat = await db.CommitteeMembers
            .Where(member => member.SeatId == handover.From.Id && member.LeftOn == null).ToListAsync(cancellationToken);
        foreach (var member in sat) member.SitBy(handover.To?.Id);
    }

    public async Task<bool> AssignAsync(Guid itemId, Seat seat, Written written, CancellationToken cancellationToken)
    {
        var committee = await db.Committees.SingleOrDefaultAsync(
            committee => committee.Id == itemId && committee.TaskForceId == seat.TaskForceId && committee.EndedOn == null
                && committee.ChairSeatId == null, cancellationToken);
        if (committee is null) return false;

        committee.GiveChair(seat, time.Day());
        db.StructureChanges.Add(StructureChange.Of(
            committee, StructureChangeKind.CommitteeChairPassedOn, time.Day(), written, agencyId: seat.AgencyId, seatId: seat.Id));
        return true;
    }
}
