using CaseReferral.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseReferral.Directory;

/// <summary>An agency in a task force, as Membership's events told it.</summary>
public sealed class Membership
{
    public required Guid TaskForceId { get; init; }
    public required Guid AgencyId { get; init; }
    public DateOnly? LeftOn { get; set; }
    public DateOnly? SuspendedOn { get; set; }
}

internal static class MembershipQueries
{
    public static Task<bool> IsMemberAsync(this CaseReferralDb db, Guid taskForceId, Guid agencyId, CancellationToken cancellationToken) =>
        db.Memberships.AnyAsync(
            member => member.TaskForceId == taskForceId && member.AgencyId == agencyId && member.LeftOn == null && member.SuspendedOn == null,
            cancellationToken);
}
