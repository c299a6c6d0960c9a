using Membership.Leadership;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Handovers;

/// <summary>What goes with a seat: what it held is handed over, and what was only the person's ends. Part of the caller's save.</summary>
internal sealed class HandingOver(MembershipDb db, IEnumerable<IHandOver> holders, Erasure erasure, TimeProvider time)
{
    /// <summary>Asks everything that seats can hold, when one ends or rests.</summary>
    public async Task HandOverAsync(Seat ended, Seat? alternate, Written written, CancellationToken cancellationToken)
    {
        var handover = new Handover(db, ended, alternate, written);
        foreach (var holder in holders) await holder.HandOverAsync(handover, cancellationToken);
    }

    /// <summary>For good: the orientation breaks off, and what the person recorded of themselves is gone.</summary>
    public async Task CloseAsync(Seat ended, CancellationToken cancellationToken)
    {
        if (await db.SurvivorStatuses.SingleOrDefaultAsync(status => status.SeatId == ended.Id, cancellationToken) is { } status)
            erasure.Remove(db, status);
        var orientation = await db.Orientations.SingleOrDefaultAsync(
            orientation => orientation.SeatId == ended.Id && orientation.CompletedOn == null && orientation.EndedOn == null, cancellationToken);
        orientation?.End(time.GetUtcNow());
    }
}
