namespace Reporting.Suppression;

/// <summary>
/// One column: if any agency's cell is small, the cells of all agencies that have anything are hidden, and their sum is
/// shown only where it blurs every part of it, also for an agency that knows its own.
/// </summary>
/// <remarks>
/// What is hidden must not depend on how large a hidden cell is beyond that: hiding only the smallest cells beside it
/// tells a reader who knows the rule that each hidden cell is at most the smallest shown one, which can give it away
/// (docs/adr/0007-suppression.md has the example).
/// </remarks>
public static class ColumnRule
{
    private const int FewestHidden = 3;

    public static ShownColumn Protect(IReadOnlyList<long> cells, int threshold)
    {
        if (!cells.Any(cell => IsSmall(cell, threshold)))
            return ShownColumn.Everything(cells.Count);

        var shown = cells.Select(cell => cell == 0).ToArray();
        var hidden = cells.Where(cell => cell > 0).ToArray();
        // Zeros are shown, so a hidden cell is known to be at least 1: only what lies above that is unknown.
        var total = hidden.Length >= FewestHidden && Blurs(hidden.Select(cell => cell - 1), threshold);

        var missing = FewestHidden - hidden.Length - (total ? 0 : 1);
        for (var i = 0; i < shown.Length && missing > 0; i++)
        {
            if (!shown[i])
                continue;
            shown[i] = false;
            missing--;
        }

        return new ShownColumn(shown, total);
    }

    internal static bool IsSmall(long count, int threshold) => count > 0 && count < threshold;

    /// <summary>
    /// A sum may be shown beside hidden parts: whoever knows one part learns of the others only a sum that is not small
    /// itself, and the parts have room enough that no bound of this rule pins one.
    /// </summary>
    internal static bool Blurs(IEnumerable<long> parts, int threshold, int knownAtLeast = 0)
    {
        long sum = -knownAtLeast, largest = 0;
        foreach (var part in parts)
        {
            sum += part;
            largest = Math.Max(largest, part);
        }

        return sum >= 2L * threshold && sum - largest >= threshold;
    }
}
