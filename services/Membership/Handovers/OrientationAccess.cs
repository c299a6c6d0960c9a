using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.Handovers;

/// <summary>An orientation is for whoever is new, for their agency, and for those who run the task force and its core group.</summary>
internal static class OrientationAccess
{
    /// <summary>The caller is the one who is new.</summary>
    public static bool IsIn(this Caller caller, Orientation orientation) =>
        caller.SeatId == orientation.SeatId && caller.TaskForceId == orientation.TaskForceId;

    /// <summary>Ticks off: who runs the task force, the agency's administrator, and the one who is new.</summary>
    public static bool MayTickOff(this Caller caller, TaskForce taskForce, Orientation orientation) =>
        caller.MayRun(taskForce) || caller.Administers(taskForce, orientation.AgencyId) || caller.IsIn(orientation);

    public static IQueryable<Orientation> OrientationsFor(this MembershipDb db, TaskForce taskForce, Caller caller)
    {
        var takesPart = TaskForceRoles.Participants.Any(caller.Is);
        var all = caller.MayRun(taskForce) || caller.IsInCoreGroup(taskForce);
        var (agency, seat) = (caller.AgencyId, caller.SeatId);
        return db.Orientations.Where(orientation => orientation.TaskForceId == taskForce.Id && takesPart
            && (all || orientation.AgencyId == agency || orientation.SeatId == seat));
    }

    public static async Task<Orientation?> FindOrientationAsync(
        this MembershipDb db, TaskForce taskForce, Guid orientationId, Caller caller, CancellationToken cancellationToken) =>
        await db.OrientationsFor(taskForce, caller).SingleOrDefaultAsync(orientation => orientation.Id == orientationId, cancellationToken);
}
