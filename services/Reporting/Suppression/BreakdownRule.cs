namespace Reporting.Suppression;

/// <summary>Which cells of a breakdown (agencies × reasons) are shown: those of agencies all or none, the hub's by reason.</summary>
public sealed record ShownBreakdown(bool Agencies, IReadOnlyList<bool> Totals);

/// <summary>
/// A column broken down by reason, where each row and each column adds up. If any cell of an agency is small, none of
/// the agencies' reasons is shown; the hub's sums by reason are, where they blur, as long as what they leave over blurs too.
/// </summary>
public static class BreakdownRule
{
    /// <param name="cells">Agencies (in the same order as the column) × reasons.</param>
    /// <param name="sums">What is shown of the column that the reasons add up to.</param>
    public static ShownBreakdown Protect(IReadOnlyList<IReadOnlyList<long>> cells, ShownColumn sums, int threshold)
    {
        var reasons = cells.Count == 0 ? 0 : cells[0].Count;
        if (!cells.Any(row => row.Any(cell => ColumnRule.IsSmall(cell, threshold))))
            return new ShownBreakdown(true, Enumerable.Repeat(true, reasons).ToArray());

        // Were any shown, zeros too, they would bound or give the hidden sum.
        if (!sums.Total)
            return new ShownBreakdown(false, new bool[reasons]);

        // Where the agencies' sums are shown, they and not the hidden parts decide: the reader then knows no more than before.
        var sumsShown = sums.Cells.All(shown => shown);
        bool IsBlurred(IReadOnlyCollection<int> summed, int knownAtLeast)
        {
            var parts = cells.Select(row => summed.Sum(reason => row[reason])).ToArray();
            return ColumnRule.Blurs(parts, threshold, knownAtLeast)
                && (!sumsShown || parts.Sum() - cells.Max(row => row.Sum()) >= threshold + knownAtLeast);
        }

        var unsafeReasons = Enumerable.Range(0, reasons)
            .Where(reason => cells.Any(row => row[reason] > 0) && !IsBlurred([reason], 0))
            .ToHashSet();
        var restBlurs = unsafeReasons.Count == 0 || (unsafeReasons.Count >= 2 && IsBlurred(unsafeReasons, unsafeReasons.Count));
        return new ShownBreakdown(false, Enumerable.Range(0, reasons).Select(reason => restBlurs && !unsafeReasons.Contains(reason)).ToArray());
    }
}
