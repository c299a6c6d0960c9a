using Membership.Members;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.TaskForces;

/// <summary>
/// A hub's directory is open to everybody of that hub, and to anybody else it is not there. A task force's own affairs
/// are open to those who take part in it, and to nobody else.
/// </summary>
internal static class TaskForceAccess
{
    /// <summary>For what the hub's directory tells.</summary>
    public static Task<TaskForce?> FindTaskForceAsync(this MembershipDb db, Guid id, Caller caller, CancellationToken cancellationToken) =>
        db.TaskForces.AsNoTracking().SingleOrDefaultAsync(
            taskForce => taskForce.Id == id && taskForce.Hub == caller.Hub, cancellationToken);

    /// <summary>For the task force's own affairs: null to whoever takes no part in it.</summary>
    public static async Task<TaskForce?> FindForParticipantAsync(
        this MembershipDb db, Guid id, Caller caller, CancellationToken cancellationToken) =>
        await db.FindTaskForceAsync(id, caller, cancellationToken) is { } taskForce && caller.TakesPartIn(taskForce) ? taskForce : null;

    /// <summary>The agency's membership with all its seats: the present one, or the last.</summary>
    public static Task<Member?> FindMemberAsync(
        this MembershipDb db, TaskForce taskForce, Guid agencyId, CancellationToken cancellationToken) =>
        db.Members.Include(member => member.Agency).Include(member => member.Seats)
            .Where(member => member.TaskForceId == taskForce.Id && member.AgencyId == agencyId)
            .OrderBy(member => member.LeftAt != null).ThenByDescending(member => member.JoinedAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Who runs it, and whose token names it: Identity gives such tokens to members' people only, and they are refused
    /// within a minute of the membership's end.
    /// </summary>
    public static bool TakesPartIn(this Caller caller, TaskForce taskForce) =>
        caller.MayRun(taskForce) || (caller.Hub == taskForce.Hub && caller.TaskForceId == taskForce.Id);

    /// <summary>A coordinator's task force is the one that the token names; a hub's administrator has every one of the hub.</summary>
    public static bool MayRun(this Caller caller, TaskForce taskForce) =>
        caller.Hub == taskForce.Hub
        && (caller.Is(Roles.HubAdmin) || (caller.Is(Roles.Coordinator) && caller.TaskForceId == taskForce.Id));

    /// <summary>Of this task force's core group, as its seat says: see <see cref="CoreGroupSeats"/>.</summary>
    public static bool IsInCoreGroup(this Caller caller, TaskForce taskForce) =>
        caller.Hub == taskForce.Hub && caller.TaskForceId == taskForce.Id && caller.Is(Roles.CoreGroup);
}
