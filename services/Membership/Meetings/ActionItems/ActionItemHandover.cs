using Membership.Handovers;
using Membership.Leadership;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Meetings.ActionItems;

/// <summary>What a seat took on passes to its alternate, or waits for the agency to name somebody.</summary>
internal sealed class ActionItemHandover(MembershipDb db) : IHandOver
{
    public ResponsibilityKind Kind => ResponsibilityKind.ActionItem;

    public async Task HandOverAsync(Handover handover, CancellationToken cancellationToken)
    {
        var from = handover.From.Id;
        foreach (var item in await db.ActionItems.Where(item => item.OwnerSeatId == from && item.State == ActionItemState.Open).ToListAsync(cancellationToken))
        {
            item.HandOver(handover.To?.Id);
            handover.Record(Kind, item.Id);
        }
    }

    public async Task<bool> AssignAsync(Guid itemId, Seat seat, Written written, CancellationToken cancellationToken)
    {
        if (await db.ActionItems.SingleOrDefaultAsync(item => item.Id == itemId, cancellationToken)
            is not { State: ActionItemState.Open, OwnerSeatId: null } item || item.OwnerAgencyId != seat.AgencyId)
        {
            return false;
        }

        item.HandOver(seat.Id);
        return true;
    }
}
