using Membership.Storage;
using ServiceDefaults.Access;

namespace Membership.Members;

/// <summary>
/// A member's tokens for its task force: refused from when it leaves or is suspended until it is a member again. Part of
/// the same save, for this service does not wait for its own journal.
/// </summary>
internal static class MemberAccess
{
    public static async Task EndAccessAsync(this MembershipDb db, Member member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = EndedAccess.OfMember(member.AgencyId, member.TaskForceId, now);
        if (await db.EndedAccess.FindAsync([ended.Holder], cancellationToken) is null) db.EndedAccess.Add(ended);
    }

    public static async Task RestoreAccessAsync(this MembershipDb db, Member member, CancellationToken cancellationToken)
    {
        var holder = EndedAccess.OfMember(member.AgencyId, member.TaskForceId, member.JoinedAt).Holder;
        if (await db.EndedAccess.FindAsync([holder], cancellationToken) is { } ended) db.EndedAccess.Remove(ended);
    }
}
