using Membership.Members;
using Membership.Storage;

namespace Membership.Seats;

internal static class SeatQueries
{
    /// <summary>
    /// Those that are taken, of agencies that take part: a suspended agency's seats stay, and are given nothing until it is
    /// reinstated.
    /// </summary>
    public static IQueryable<Seat> TakingPart(this IQueryable<Seat> seats, MembershipDb db)
    {
        var present = db.Members.Where(Member.TakesPart).Select(member => member.Id);
        return seats.Where(seat => seat.EndedAt == null && present.Contains(seat.MemberId));
    }
}
