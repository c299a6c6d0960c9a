using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.Seats;

/// <summary>Who sees that a person is a survivor, in one place: as the person chose, and nobody else, whatever their role.</summary>
internal static class SurvivorAccess
{
    /// <summary>
    /// What persons of this task force chose to show to the caller. Also what counts by sector may count, suppressed. While
    /// their agency is suspended nobody sees it: their tokens are refused, and so they could not take it back.
    /// </summary>
    public static IQueryable<SurvivorStatus> SurvivorsVisibleTo(this MembershipDb db, Caller caller, Guid taskForceId)
    {
        var (hub, own) = (caller.Hub, caller.TaskForceId == taskForceId ? caller.SeatId : null);
        var inTaskForce = caller.TaskForceId == taskForceId && TaskForceRoles.Participants.Any(caller.Is);
        var inCoreGroup = caller.TaskForceId == taskForceId && caller.Is(Roles.CoreGroup);
        var present = db.Members.Where(Member.TakesPart).Where(member => member.TaskForceId == taskForceId);
        return db.SurvivorStatuses.Where(status => status.TaskForceId == taskForceId && status.Hub == hub
            && db.Seats.Any(seat => seat.Id == status.SeatId && present.Any(member => member.Id == seat.MemberId))
            && (status.SeatId == own
                || status.VisibleTo == SurvivorVisibility.Hub
                || (inTaskForce && status.VisibleTo == SurvivorVisibility.TaskForce)
                || (inCoreGroup && status.VisibleTo == SurvivorVisibility.CoreGroup)));
    }

    /// <summary>By seat, for the views of a task force's seats.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SurvivorView>> SurvivorsAsync(
        this MembershipDb db, Guid taskForceId, Caller caller, CancellationToken cancellationToken) =>
        await db.SurvivorsVisibleTo(caller, taskForceId).AsNoTracking().ToDictionaryAsync(
            status => status.SeatId,
            status => new SurvivorView(status.SeatId == caller.SeatId ? status.VisibleTo : null),
            cancellationToken);
}
