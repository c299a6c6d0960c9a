using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;

namespace Membership.Agencies.Reviews;

internal static class MemberCardAccess
{
    public const string NotYours = "Role and limits are for the agency's own administrator, and for whoever runs the task force.";

    /// <summary>Who runs the task force, and the agency's own administrator in it.</summary>
    public static bool MayWriteMemberCard(this Caller caller, TaskForce taskForce, Guid agencyId) =>
        caller.MayRun(taskForce) || (caller.Is(Roles.AgencyAdmin) && caller.IsOf(agencyId) && caller.TakesPartIn(taskForce));

    /// <summary>The present membership of an agency, and its card: an empty one, not yet stored, where nobody has written any.</summary>
    public static async Task<(Member Member, MemberCard Card)?> FindMemberCardAsync(
        this MembershipDb db, TaskForce taskForce, Guid agencyId, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().Include(member => member.Agency).SingleOrDefaultAsync(
            member => member.TaskForceId == taskForce.Id && member.AgencyId == agencyId && member.LeftAt == null, cancellationToken);
        if (member is null) return null;

        var card = await db.MemberCards.Include(card => card.Limits).SingleOrDefaultAsync(card => card.MemberId == member.Id, cancellationToken);
        return (member, card ?? MemberCard.For(member));
    }
}
