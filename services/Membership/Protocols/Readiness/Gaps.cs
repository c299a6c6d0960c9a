using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Readiness;

/// <summary>
/// Opens what was found and is not open, closes what is open and was not found, save what an agency lacks that takes no part
/// just now. Part of the caller's save.
/// </summary>
internal static class Gaps
{
    public static async Task KeepAsync(
        MembershipDb db, ProtocolVersion version, Assessment assessed, DateOnly today, CancellationToken cancellationToken)
    {
        var open = await OpenOf(db, version.ProtocolId).ToListAsync(cancellationToken);
        var found = assessed.Findings.ToHashSet();
        foreach (var gap in open)
        {
            if (found.Remove(gap.Finding) || assessed.StillLacks(gap.Finding)) gap.StillIn(version);
            else gap.Close(assessed.Names(gap.SubjectId) ? GapEnd.Cured : GapEnd.NoLongerNamed, today);
        }

        db.ReadinessGaps.AddRange(found.Select(finding => ReadinessGap.Open(version, finding, today)));
    }

    /// <summary>Of a protocol that is no longer in force.</summary>
    public static async Task CloseAllAsync(MembershipDb db, Guid protocolId, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var gap in await OpenOf(db, protocolId).ToListAsync(cancellationToken)) gap.Close(GapEnd.NoLongerNamed, today);
    }

    private static IQueryable<ReadinessGap> OpenOf(MembershipDb db, Guid protocolId) =>
        db.ReadinessGaps.Where(gap => gap.ProtocolId == protocolId && gap.CuredOn == null);
}
