using Microsoft.EntityFrameworkCore;
using Reporting.Storage;

namespace Reporting.ReferralReports;

/// <summary>Whether the figures are whole, and up to when.</summary>
internal sealed record ReadingState(DateTimeOffset? LastFull, int Rebuilds, bool IsRebuilding)
{
    /// <summary>Everything was read at least once, and no rebuild is under way.</summary>
    public bool IsWhole => LastFull is not null && !IsRebuilding;

    public bool IsSameAs(ReadingState later) => later.Rebuilds == Rebuilds && later.IsRebuilding == IsRebuilding;

    public static async Task<ReadingState> OfAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        var rebuilds = await db.Rebuilds.AsNoTracking().Select(rebuild => rebuild.CompletedAt != null).ToListAsync(cancellationToken);
        return new ReadingState(
            await db.FullReadings.AsNoTracking().Select(reading => (DateTimeOffset?)reading.At).SingleOrDefaultAsync(cancellationToken),
            rebuilds.Count,
            rebuilds.Contains(false) || await db.Watermarks.AnyAsync(mark => mark.RebuildingTo != null, cancellationToken));
    }
}
