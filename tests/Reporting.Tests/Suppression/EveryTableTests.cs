namespace Reporting.Tests.Suppression;

/// <summary>
/// The proof by exhaustion, on small tables with a small threshold: an attacker who knows the rule itself, and perhaps
/// one agency's own row, considers every table there is that would have been published as what he sees. No hidden small
/// cell may have the same value in all of them.
/// </summary>
public sealed class EveryTableTests
{
    [Theory]
    [InlineData(3, 1, 30, 4)]
    [InlineData(4, 1, 24, 4)]
    [InlineData(4, 1, 24, 5)]
    [InlineData(2, 2, 20, 4)]
    [InlineData(3, 2, 19, 4)]
    [InlineData(2, 3, 16, 4)]
    [InlineData(4, 2, 13, 3)]
    public void No_reader_who_knows_the_rule_derives_a_small_cell(int agencies, int reasons, int largestTotal, int threshold)
    {
        var candidates = new Dictionary<(int? Insider, string Seen), Candidates>();
        foreach (var cells in TablesUpTo(agencies, reasons, largestTotal))
        {
            var table = new PublishedTable(cells, threshold);
            foreach (var insider in Enumerable.Range(0, agencies).Select(agency => (int?)agency).Append(null))
            {
                var key = (insider, table.SeenBy(insider));
                if (candidates.TryGetValue(key, out var known))
                    known.Include(table);
                else
                    candidates.Add(key, new Candidates(table));
            }
        }

        Assert.Contains(candidates.Values, seen => seen.Table.IsShown(agencies, reasons) && !seen.Table.IsShown(0, 0));
        var derived = candidates.Where(seen => !IsAtTheEdge(seen.Value.Table, seen.Key.Insider, largestTotal, threshold))
            .SelectMany(seen => seen.Value.Derived(seen.Key.Insider, threshold).Select(cell => $"{seen.Key.Seen} gives {cell} to {seen.Key.Insider}"));
        Assert.Empty(derived);
    }

    /// <summary>
    /// Where the sum is hidden, tables beyond the largest total are candidates too, but are not enumerated: an insider
    /// whose own row nearly fills the total would seem to leave others no room.
    /// </summary>
    private static bool IsAtTheEdge(PublishedTable table, int? insider, int largestTotal, int threshold) =>
        insider is { } own && !table.IsShown(table.Agencies, table.Reasons) && table[own, table.Reasons] > largestTotal - (3 * threshold);

    private static IEnumerable<long[][]> TablesUpTo(int agencies, int reasons, int largestTotal)
    {
        var cells = new long[agencies * reasons];
        while (true)
        {
            yield return [.. cells.Chunk(reasons).Select(row => row.ToArray())];
            var i = 0;
            for (; i < cells.Length && cells.Sum() == largestTotal; i++)
                cells[i] = 0;
            if (i == cells.Length)
                yield break;
            cells[i]++;
        }
    }

    private sealed class Candidates(PublishedTable first)
    {
        private readonly HashSet<(int Row, int Column)> same = [.. first.Cells];

        public PublishedTable Table => first;

        public void Include(PublishedTable other) => same.RemoveWhere(cell => other[cell.Row, cell.Column] != first[cell.Row, cell.Column]);

        public IEnumerable<(int Row, int Column)> Derived(int? insider, int threshold) => same.Where(cell =>
            first[cell.Row, cell.Column] is var value && value > 0 && value < threshold && cell.Row != insider
            // The hub's sum where all of it is the insider's own is no news to it: the others have nothing to hide.
            && !(cell.Row == first.Agencies && insider is { } own && first[own, cell.Column] == value));
    }
}
