using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.TaskForces;

/// <summary>A hub's directory is open to everybody of that hub, and to anybody else it is not there.</summary>
internal static class TaskForceAccess
{
    public static Task<TaskForce?> FindTaskForceAsync(this MembershipDb db, Guid id, Caller caller, CancellationToken cancellationToken) =>
        db.TaskForces.AsNoTracking().SingleOrDefaultAsync(
            taskForce => taskForce.Id == id && taskForce.Hub == caller.Hub, cancellationToken);

    /// <summary>The agency's membership with all its seats: the present one, or the last.</summary>
    public static Task<Member?> FindMemberAsync(
        this MembershipDb db, TaskForce taskForce, Guid agencyId, CancellationToken cancellationToken) =>
        db.Members.Include(member => member.Agency).Include(member => member.Seats)
            .Where(member => member.TaskForceId == taskForce.Id && member.AgencyId == agencyId)
            .OrderBy(member => member.LeftAt != null).ThenByDescending(member => member.JoinedAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>A coordinator's task force is the one that the token names; a hub's administrator has every one of the hub.</summary>
    public static bool MayRun(this Caller caller, TaskForce taskForce) =>
        caller.Hub == taskForce.Hub
        && (caller.Is(Roles.HubAdmin) || (caller.Is(Roles.Coordinator) && caller.TaskForceId == taskForce.Id));
}
