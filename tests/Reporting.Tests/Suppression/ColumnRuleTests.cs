using Reporting.Suppression;

namespace Reporting.Tests.Suppression;

public sealed class ColumnRuleTests
{
    private const int Threshold = 11;

    [Theory]
    [InlineData("0 0 0", "0 0 0 | 0")]
    [InlineData("11 0 40", "11 0 40 | 51")]
    [InlineData("1 0 0", "? ? 0 | ?")] // the sum is small itself, and a third cell is hidden
    [InlineData("5 40 0", "? ? 0 | ?")] // with the sum, the agency that has 40 would know the 5
    [InlineData("5 40 30 0", "? ? ? 0 | 75")] // the sum blurs: whoever knows one part has at least 11 left to spread
    [InlineData("5 3 60", "? ? ? | ?")] // the agency that has 60 would know that the others have 8 together
    [InlineData("10 10 10 10", "? ? ? ? | 40")]
    [InlineData("10", "? | ?")]
    public void Shows(string cells, string expected)
    {
        var column = cells.Split(' ').Select(long.Parse).ToArray();
        var shown = ColumnRule.Protect(column, Threshold);
        var text = string.Join(' ', column.Select((cell, i) => shown.Cells[i] ? $"{cell}" : "?"));
        Assert.Equal(expected, $"{text} | {(shown.Total ? $"{column.Sum()}" : "?")}");
    }

    [Fact]
    public void What_is_hidden_does_not_tell_which_hidden_cell_is_the_small_one() =>
        Assert.Equal(ColumnRule.Protect([10, 20, 20, 20], Threshold).Cells, ColumnRule.Protect([20, 20, 20, 10], Threshold).Cells);
}
