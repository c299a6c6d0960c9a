using Membership.Committees;
using Membership.Handovers;
using Membership.Leadership;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.Members;

/// <summary>What goes with a membership's end, however it ends. Part of the caller's save.</summary>
internal static class MemberEnding
{
    public static async Task EndMemberAsync(
        this MembershipDb db, Member member, MemberEndReason reason, HandingOver handingOver, Written written, CancellationToken cancellationToken)
    {
        var now = written.At;
        await db.HandOverAllAsync(member, handingOver, written, cancellationToken);
        foreach (var seat in member.Seats.Where(seat => seat.State == SeatState.Active))
        {
            db.EndedAccess.Add(EndedAccess.OfSeat(seat.Id, now));
            await handingOver.CloseAsync(seat, cancellationToken);
        }

        await db.LeaveCommitteesAsync(member, written, cancellationToken);
        await db.LapseNoticeAsync(member, now.Day(), cancellationToken);
        await db.EndAccessAsync(member, now, cancellationToken);
        member.End(reason, now);
    }

    /// <summary>What its people held is flagged: their alternates are gone with them.</summary>
    public static async Task HandOverAllAsync(
        this MembershipDb db, Member member, HandingOver handingOver, Written written, CancellationToken cancellationToken)
    {
        foreach (var seat in member.Seats.Where(seat => seat.State == SeatState.Active))
            await handingOver.HandOverAsync(seat, alternate: null, written, cancellationToken);
    }

    /// <summary>A notice to whoever is no member any more asks for no answer; the one that was carried has had its end.</summary>
    private static async Task LapseNoticeAsync(this MembershipDb db, Member member, DateOnly today, CancellationToken cancellationToken)
    {
        var notice = await db.RemovalNotices.SingleOrDefaultAsync(notice => notice.MemberId == member.Id && notice.ClosedOn == null, cancellationToken);
        if (notice is { ClosedOn: null }) notice.Lapse(today);
    }
}
