using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.Differences;

/// <summary>
/// Differences are the core group's: to everybody else they are not there, whoever runs the task force or the hub. A side
/// has its own words, and nothing else.
/// </summary>
internal static class DifferenceAccess
{
    /// <summary>The task force, to its core group; null to everybody else.</summary>
    public static async Task<TaskForce?> FindForCoreGroupAsync(this MembershipDb db, Guid id, Caller caller, CancellationToken cancellationToken) =>
        await db.FindTaskForceAsync(id, caller, cancellationToken) is { } taskForce && caller.IsInCoreGroup(taskForce) ? taskForce : null;

    /// <summary>Its administrator, or whoever sits for it in this task force.</summary>
    public static bool SpeaksFor(this Caller caller, TaskForce taskForce, Guid agencyId) =>
        caller.Hub == taskForce.Hub && caller.SpeaksFor(taskForce.Id, agencyId);

    public static bool SpeaksFor(this Caller caller, DifferenceSide side) => caller.SpeaksFor(side.TaskForceId, side.AgencyId);

    private static bool SpeaksFor(this Caller caller, Guid taskForceId, Guid agencyId) =>
        caller.TaskForceId == taskForceId && caller.IsOf(agencyId) && (caller.Is(Roles.AgencyAdmin) || caller.SeatId is not null);

    /// <summary>One side, to itself and to the core group; null to everybody else, the other sides too.</summary>
    public static async Task<DifferenceSide?> FindSideAsync(
        this MembershipDb db, Guid id, Guid differenceId, Guid agencyId, Caller caller, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return null;
        if (!caller.IsInCoreGroup(taskForce) && !caller.SpeaksFor(taskForce, agencyId)) return null;
        return await db.DifferenceSides.Include(side => side.Difference).SingleOrDefaultAsync(
            side => side.DifferenceId == differenceId && side.AgencyId == agencyId && side.TaskForceId == id, cancellationToken);
    }
}
