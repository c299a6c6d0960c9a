using Microsoft.EntityFrameworkCore;
using Reporting.Storage;

namespace Reporting.ReferralReports;

/// <summary>How far the journals are read, and whether the figures are whole.</summary>
internal sealed record ReadingState(IReadOnlyList<StreamPosition> Through, DateTimeOffset? LastFull, int Rebuilds, bool IsRebuilding)
{
    /// <summary>Everything was read at least once, and no rebuild is under way.</summary>
    public bool IsWhole => LastFull is not null && !IsRebuilding;

    public bool IsSameAs(ReadingState later) => later.Rebuilds == Rebuilds && later.IsRebuilding == IsRebuilding;

    public static async Task<ReadingState> OfAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        var marks = await db.Watermarks.AsNoTracking().OrderBy(mark => mark.Service).ThenBy(mark => mark.Hub).ToListAsync(cancellationToken);
        var rebuilds = await db.Rebuilds.AsNoTracking().Select(rebuild => rebuild.CompletedAt != null).ToListAsync(cancellationToken);
        return new ReadingState(
            marks.ConvertAll(mark => new StreamPosition(mark.Service, mark.Hub, mark.Position)),
            await db.FullReadings.AsNoTracking().Select(reading => (DateTimeOffset?)reading.At).SingleOrDefaultAsync(cancellationToken),
            rebuilds.Count,
            rebuilds.Contains(false) || marks.Exists(mark => mark.RebuildingTo is not null));
    }
}
