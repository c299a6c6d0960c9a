using Membership.TaskForces;
using ServiceDefaults.Access;

namespace Membership.Seats;

internal static class SeatAccess
{
    /// <summary>Who runs the task force, and the agency's own administrator.</summary>
    public static bool MaySeat(this Caller caller, TaskForce taskForce, Guid agencyId) =>
        caller.MayRun(taskForce) || (caller.Is(Roles.AgencyAdmin) && caller.IsOf(agencyId));

    /// <summary>That a seat is taken is open to the hub; by whom, to those who work with it.</summary>
    public static bool MaySeePerson(this Caller caller, Seat seat) =>
        caller.Hub == seat.Hub
        && (caller.Is(Roles.HubAdmin)
            || ((caller.Is(Roles.Coordinator) || caller.Is(Roles.CoreGroup)) && caller.TaskForceId == seat.TaskForceId)
            || (caller.Is(Roles.AgencyAdmin) && caller.IsOf(seat.AgencyId)));
}
