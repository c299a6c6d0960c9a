namespace Reporting.Tests.Suppression;

/// <summary>
/// Solves a published table as a reader would: unknown whole numbers from 0, and the equations that rows and columns add
/// up. Written without a look at the rule. Asked whether a hidden cell could have another value, it answers with a whole
/// other table that agrees with everything seen, or says that there is none.
/// </summary>
internal sealed class Attacker
{
    private readonly long?[] known;
    private readonly List<(int[] Parts, int Sum)> equations = [];
    private readonly long most;

    public Attacker(PublishedTable table, int? insider)
    {
        int Index(int row, int column) => (row * (table.Reasons + 1)) + column;
        known = [.. table.Cells.Select(cell =>
            table.IsShown(cell.Row, cell.Column) || cell.Row == insider ? table[cell.Row, cell.Column] : (long?)null)];
        for (var row = 0; row <= table.Agencies; row++)
            equations.Add(([.. Enumerable.Range(0, table.Reasons).Select(column => Index(row, column))], Index(row, table.Reasons)));
        for (var column = 0; column <= table.Reasons; column++)
            equations.Add(([.. Enumerable.Range(0, table.Agencies).Select(row => Index(row, column))], Index(table.Agencies, column)));
        most = table[table.Agencies, table.Reasons] + 30;
    }

    /// <summary>Whether a table exists in which the cell differs from <paramref name="value"/>.</summary>
    public bool CouldDiffer(int cell, long value)
    {
        for (var distance = 1; distance <= most; distance++)
        {
            foreach (var other in new[] { value + distance, value - distance }.Where(other => other >= 0 && other <= most))
            {
                var (low, high) = Bounds();
                low[cell] = high[cell] = other;
                if (Solve(low, high))
                    return true;
            }
        }

        return false;
    }

    private (long[] Low, long[] High) Bounds() =>
        ([.. known.Select(value => value ?? 0)], [.. known.Select(value => value ?? most)]);

    private bool Solve(long[] low, long[] high)
    {
        if (!Narrow(low, high))
            return false;
        var open = Enumerable.Range(0, low.Length).Where(cell => low[cell] < high[cell]).OrderBy(cell => high[cell] - low[cell]).ToList();
        if (open.Count == 0)
            return true;

        for (var value = low[open[0]]; value <= high[open[0]]; value++)
        {
            long[] lower = [.. low], higher = [.. high];
            lower[open[0]] = higher[open[0]] = value;
            if (Solve(lower, higher))
                return true;
        }

        return false;
    }

    /// <summary>Draws every bound in as far as the equations force it; false where nothing is left.</summary>
    private bool Narrow(long[] low, long[] high)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (parts, sum) in equations)
            {
                long least = parts.Sum(part => low[part]), greatest = parts.Sum(part => high[part]);
                changed |= Within(sum, least, greatest);
                foreach (var part in parts)
                    changed |= Within(part, low[sum] - (greatest - high[part]), high[sum] - (least - low[part]));
                if (low[sum] > high[sum] || parts.Any(part => low[part] > high[part]))
                    return false;
            }
        }

        return true;

        bool Within(int cell, long from, long to)
        {
            var drawn = from > low[cell] || to < high[cell];
            (low[cell], high[cell]) = (Math.Max(low[cell], from), Math.Min(high[cell], to));
            return drawn;
        }
    }
}
