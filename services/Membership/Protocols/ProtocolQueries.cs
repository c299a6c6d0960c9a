using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols;

internal static class ProtocolQueries
{
    /// <summary>With its protocol, steps and contacts: whatever changes or shows a version needs them all.</summary>
    public static IQueryable<ProtocolVersion> Whole(this IQueryable<ProtocolVersion> versions) => versions
        .Include(version => version.Protocol)
        .Include(version => version.Steps).ThenInclude(step => step.Contacts)
        .AsSplitQuery();

    public static Task<ProtocolVersion?> FindVersionAsync(
        this MembershipDb db, TaskForce taskForce, Guid protocolId, int number, CancellationToken cancellationToken) =>
        db.ProtocolVersions.Whole().SingleOrDefaultAsync(
            version => version.TaskForceId == taskForce.Id && version.ProtocolId == protocolId && version.Number == number, cancellationToken);

    /// <summary>What is in force of this protocol, or null.</summary>
    public static Task<ProtocolVersion?> FindAdoptedAsync(this MembershipDb db, Protocol protocol, CancellationToken cancellationToken) =>
        db.ProtocolVersions.Whole().SingleOrDefaultAsync(
            version => version.ProtocolId == protocol.Id && version.Number == protocol.AdoptedVersion, cancellationToken);
}
