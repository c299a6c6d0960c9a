using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Seats;

/// <summary>A seat that the caller may change as it now is, with the membership that it belongs to; or why not.</summary>
internal readonly record struct SeatForChange(TaskForce? TaskForce, Member? Member, Seat? Seat, ProblemHttpResult? Refused);

internal static class SeatsForChange
{
    /// <summary>An active seat, for those who may seat for its agency.</summary>
    public static async Task<SeatForChange> FindSeatForChangeAsync(
        this MembershipDb db, Guid id, Guid seatId, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Refuse(Problems.NotFound());
        var member = await db.Members.Include(member => member.Seats).SingleOrDefaultAsync(
            member => member.TaskForceId == id && member.Seats.Any(seat => seat.Id == seatId), cancellationToken);
        if (member is null) return Refuse(Problems.NotFound());

        var seat = member.Seats.Single(seat => seat.Id == seatId);
        if (!caller.MaySeat(taskForce, seat.AgencyId))
            return Refuse(Problems.Forbidden("Seats are for the task force's own coordinator and the agency's own administrator."));
        if (IfMatch.Check(http, seat) is { } refused) return Refuse(refused);
        return seat.State == SeatState.Ended ? Refuse(Problems.StateConflict(seat.State)) : new(taskForce, member, seat, null);
    }

    private static SeatForChange Refuse(ProblemHttpResult refused) => new(null, null, null, refused);
}
