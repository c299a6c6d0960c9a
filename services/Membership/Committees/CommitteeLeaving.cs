using Membership.Leadership;
using Membership.Members;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Committees;

internal static class CommitteeLeaving
{
    /// <summary>An agency whose membership ends sits in no committee any more; that it sat there stays. Part of the caller's save.</summary>
    public static async Task LeaveCommitteesAsync(this MembershipDb db, Member member, Written written, CancellationToken cancellationToken)
    {
        var places = await db.CommitteeMembers
            .Where(place => place.TaskForceId == member.TaskForceId && place.AgencyId == member.AgencyId && place.LeftOn == null)
            .Join(
                db.Committees.Where(committee => committee.EndedOn == null || committee.EndReason == CommitteeEndReason.TimeUp),
                place => place.CommitteeId, committee => committee.Id, (place, committee) => new { place, committee })
            .ToListAsync(cancellationToken);
        foreach (var sat in places)
        {
            sat.place.Leave(written.At.Day());
            db.StructureChanges.Add(StructureChange.Of(
                sat.committee, StructureChangeKind.CommitteeLeft, written.At.Day(), written, agencyId: member.AgencyId));
        }
    }
}
