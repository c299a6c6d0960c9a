using Membership.Members;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Committees;

internal static class CommitteeAccess
{
    /// <summary>For a change: tracked, with everybody who had the chair.</summary>
    public static Task<Committee?> FindCommitteeAsync(this MembershipDb db, Guid taskForceId, Guid committeeId, CancellationToken cancellationToken) =>
        db.Committees.SingleOrDefaultAsync(
            committee => committee.Id == committeeId && committee.TaskForceId == taskForceId, cancellationToken);

    public static Task<CommitteeMember?> FindCommitteeMemberAsync(
        this MembershipDb db, Guid taskForceId, Guid committeeId, Guid memberId, CancellationToken cancellationToken) =>
        db.CommitteeMembers.SingleOrDefaultAsync(
            member => member.Id == memberId && member.CommitteeId == committeeId && member.TaskForceId == taskForceId, cancellationToken);

    /// <summary>Of an agency that takes part.</summary>
    public static Task<Seat?> ActiveSeatAsync(this MembershipDb db, Guid taskForceId, Guid? seatId, CancellationToken cancellationToken) =>
        seatId is null
            ? Task.FromResult<Seat?>(null)
            : db.Seats.AsNoTracking().TakingPart(db).SingleOrDefaultAsync(
                seat => seat.Id == seatId && seat.TaskForceId == taskForceId, cancellationToken);

    public static Task<int> MembersAmongAsync(
        this MembershipDb db, Guid taskForceId, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancellationToken) =>
        db.Members.Where(Member.TakesPart).CountAsync(
            member => member.TaskForceId == taskForceId && agencyIds.Contains(member.AgencyId), cancellationToken);
}
