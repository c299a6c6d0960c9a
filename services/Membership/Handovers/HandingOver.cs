using Membership.Seats;
using Membership.Storage;

namespace Membership.Handovers;

/// <summary>Asks everything that seats can hold, when one ends. Part of the caller's save.</summary>
internal sealed class HandingOver(MembershipDb db, IEnumerable<IHandOver> holders, TimeProvider time)
{
    public async Task HandOverAsync(Seat ended, Seat? alternate, CancellationToken cancellationToken)
    {
        var handover = new Handover(db, ended, alternate, time.GetUtcNow());
        foreach (var holder in holders) await holder.HandOverAsync(handover, cancellationToken);
    }
}
