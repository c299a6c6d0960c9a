using FsCheck;
using FsCheck.Fluent;

namespace Reporting.Tests.Suppression;

/// <summary>At the real threshold, on random tables of the sizes that hubs have: nothing hidden and small follows from the rest.</summary>
public sealed class RandomTableTests
{
    private const int Threshold = 11;

    private static readonly Gen<long> Count = Gen.Frequency(
        (4, Gen.Constant(0L)), (4, Gen.Choose(1, 10).Select(n => (long)n)), (2, Gen.Choose(9, 13).Select(n => (long)n)),
        (3, Gen.Choose(11, 60).Select(n => (long)n)));

    private static Arbitrary<long[][]> Tables(int mostAgencies, int mostReasons) => Arb.From(
        from agencies in Gen.Choose(1, mostAgencies)
        from reasons in Gen.Choose(1, mostReasons)
        from cells in Count.ArrayOf(reasons).ArrayOf(agencies)
        select cells);

    [Fact]
    public void Neither_outsider_nor_insider_derives_a_small_cell() => Check(Tables(6, 4), table =>
    {
        foreach (var insider in Enumerable.Range(0, table.Agencies).Select(agency => (int?)agency).Append(null))
        {
            var attacker = new Attacker(table, insider);
            foreach (var ((row, column), index) in table.Cells.Select((cell, index) => (cell, index)))
            {
                var value = table[row, column];
                var ownAlone = row == table.Agencies && insider is { } own && table[own, column] == value;
                if (value is > 0 and < Threshold && row != insider && !ownAlone)
                    Assert.True(attacker.CouldDiffer(index, value), $"{insider} derives {row},{column} = {value}");
            }
        }
    });

    [Fact]
    public void A_small_cell_is_never_shown() => Check(Tables(8, 8), table => Assert.DoesNotContain(table.Cells,
        cell => table.IsShown(cell.Row, cell.Column) && table[cell.Row, cell.Column] is > 0 and < Threshold));

    [Fact]
    public void Where_a_column_of_sums_hides_anything_it_hides_three_where_it_has_three() => Check(Tables(8, 8), table =>
    {
        var hidden = Enumerable.Range(0, table.Agencies + 1).Count(row => !table.IsShown(row, table.Reasons));
        Assert.True(hidden == 0 || hidden >= Math.Min(3, table.Agencies + 1));
    });

    [Fact]
    public void Where_a_row_hides_a_reason_it_hides_two() => Check(Tables(8, 8), table =>
    {
        for (var row = 0; row <= table.Agencies; row++)
        {
            var hidden = Enumerable.Range(0, table.Reasons + 1).Count(column => !table.IsShown(row, column));
            Assert.True(hidden != 1, $"row {row} hides one cell");
        }
    });

    [Fact]
    public void What_an_insider_learns_of_the_others_together_is_not_small_either() => Check(Tables(8, 8), table =>
    {
        for (var column = 0; column <= table.Reasons; column++)
        {
            if (!table.IsShown(table.Agencies, column))
                continue;
            var hidden = Enumerable.Range(0, table.Agencies).Where(row => !table.IsShown(row, column)).ToList();
            var sum = hidden.Sum(row => table[row, column]);
            Assert.All(hidden, row => Assert.True(sum - table[row, column] is 0 or >= Threshold));
        }
    });

    private static void Check(Arbitrary<long[][]> tables, Action<PublishedTable> property) =>
        Prop.ForAll(tables, cells => property(new PublishedTable(cells, Threshold)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
