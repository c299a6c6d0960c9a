using Reporting.Suppression;

namespace Reporting.Tests.Suppression;

/// <summary>
/// A table of agencies × reasons with their sums, and what the rule shows of it. The cells are laid out as
/// (agencies + 1) × (reasons + 1): the last row is the hub's, the last column the sum of reasons.
/// </summary>
internal sealed class PublishedTable
{
    private readonly long[,] values;
    private readonly bool[,] shown;

    public PublishedTable(long[][] cells, int threshold)
    {
        (Agencies, Reasons) = (cells.Length, cells[0].Length);
        values = new long[Agencies + 1, Reasons + 1];
        for (var a = 0; a < Agencies; a++)
        {
            for (var r = 0; r < Reasons; r++)
            {
                values[a, r] = cells[a][r];
                values[a, Reasons] += cells[a][r];
                values[Agencies, r] += cells[a][r];
                values[Agencies, Reasons] += cells[a][r];
            }
        }

        var sums = ColumnRule.Protect([.. cells.Select(row => row.Sum())], threshold);
        var breakdown = BreakdownRule.Protect(cells, sums, threshold);
        shown = new bool[Agencies + 1, Reasons + 1];
        for (var a = 0; a < Agencies; a++)
        {
            shown[a, Reasons] = sums.Cells[a];
            for (var r = 0; r < Reasons; r++)
            {
                // As in the report: a zero that a shown sum of zero tells anyway is shown.
                shown[a, r] = breakdown.Agencies || (sums.Cells[a] && values[a, Reasons] == 0)
                    || (breakdown.Totals[r] && values[Agencies, r] == 0);
            }
        }

        for (var r = 0; r < Reasons; r++)
            shown[Agencies, r] = breakdown.Totals[r];
        shown[Agencies, Reasons] = sums.Total;
    }

    public int Agencies { get; }
    public int Reasons { get; }

    public long this[int row, int column] => values[row, column];

    public bool IsShown(int row, int column) => shown[row, column];

    public IEnumerable<(int Row, int Column)> Cells =>
        from row in Enumerable.Range(0, Agencies + 1) from column in Enumerable.Range(0, Reasons + 1) select (row, column);

    /// <summary>Everything a reader sees, in one string; with its own row, if it is an agency's.</summary>
    public string SeenBy(int? insider) => string.Join(',', Cells.Select(cell =>
        shown[cell.Row, cell.Column] || cell.Row == insider ? values[cell.Row, cell.Column].ToString() : "?"));
}
