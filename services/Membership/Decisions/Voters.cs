using Contracts;
using Membership.Members;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Decisions;

/// <summary>Who could take part in a decision: the seats of the core group, or the members who may vote, of the task force or of a committee.</summary>
internal static class Voters
{
    public static Task<HashSet<Guid>> EntitledAsync(
        MembershipDb db, Guid taskForceId, Guid? committeeId, DecisionMethod method, CancellationToken cancellationToken)
    {
        if (method == DecisionMethod.CoreGroup)
        {
            return db.Seats.TakingPart(db).Where(seat => seat.TaskForceId == taskForceId && seat.InCoreGroup)
                .Select(seat => seat.Id).ToHashSetAsync(cancellationToken);
        }

        var members = db.Members.Where(member => member.TaskForceId == taskForceId).Where(Member.MayVote);
        if (committeeId is not null)
        {
            members = members.Where(member => db.CommitteeMembers.Any(
                one => one.CommitteeId == committeeId && one.AgencyId == member.AgencyId && one.LeftOn == null));
        }

        return members.Select(member => member.AgencyId).ToHashSetAsync(cancellationToken);
    }
}
