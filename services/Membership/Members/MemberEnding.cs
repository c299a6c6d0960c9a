using Membership.Committees;
using Membership.Handovers;
using Membership.Seats;
using Membership.Storage;
using ServiceDefaults.Access;

namespace Membership.Members;

/// <summary>What goes with a membership's end, however it ends. Part of the caller's save.</summary>
internal static class MemberEnding
{
    public static async Task EndMemberAsync(
        this MembershipDb db, Member member, MemberEndReason reason, HandingOver handingOver, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.HandOverAllAsync(member, handingOver, cancellationToken);
        foreach (var seat in member.Seats.Where(seat => seat.State == SeatState.Active))
        {
            db.EndedAccess.Add(EndedAccess.OfSeat(seat.Id, now));
            await handingOver.CloseAsync(seat, cancellationToken);
        }

        await db.LeaveCommitteesAsync(member, now.Day(), cancellationToken);
        await db.EndAccessAsync(member, now, cancellationToken);
        member.End(reason, now);
    }

    /// <summary>What its people held is flagged: their alternates are gone with them.</summary>
    public static async Task HandOverAllAsync(this MembershipDb db, Member member, HandingOver handingOver, CancellationToken cancellationToken)
    {
        foreach (var seat in member.Seats.Where(seat => seat.State == SeatState.Active))
            await handingOver.HandOverAsync(seat, alternate: null, cancellationToken);
    }
}
