using Membership.Protocols.Acknowledgements;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Readiness;

internal static class KeepReadiness
{
    /// <summary>Asks whom the protocols in force name now, and opens and closes gaps by what is known now.</summary>
    public static async Task KeepReadinessAsync(this MembershipDb db, Guid taskForceId, DateOnly today, CancellationToken cancellationToken)
    {
        var versions = await db.ProtocolVersions.Whole()
            .Where(version => version.TaskForceId == taskForceId && version.State == ProtocolState.Adopted).ToListAsync(cancellationToken);
        var seats = await db.SeatsNamedByAsync(taskForceId, versions, cancellationToken);
        var asked = await db.AskedByAsync(versions, cancellationToken);
        var facts = await ReadinessFacts.LoadAsync(db, taskForceId, versions, seats, today, cancellationToken);
        foreach (var version in versions)
        {
            Asking.Keep(db, version, seats, asked[version.Id], today);
            await Gaps.KeepAsync(db, version, facts.Assess(version, asked[version.Id]), today, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What each version asked of each seat.</summary>
    public static async Task<Dictionary<Guid, Dictionary<Guid, Acknowledgement>>> AskedByAsync(
        this MembershipDb db, IReadOnlyCollection<ProtocolVersion> versions, CancellationToken cancellationToken)
    {
        var ids = versions.Select(version => version.Id).ToList();
        var asked = await db.ProtocolAcknowledgements.Where(asked => ids.Contains(asked.VersionId)).ToListAsync(cancellationToken);
        return ids.ToDictionary(id => id, id => asked.Where(acknowledgement => acknowledgement.VersionId == id).ToDictionary(acknowledgement => acknowledgement.SeatId));
    }
}
