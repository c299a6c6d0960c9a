namespace Reporting.Suppression;

/// <summary>Which cells of one column (agencies in a fixed order, and their sum) an outside reader sees.</summary>
public sealed record ShownColumn(IReadOnlyList<bool> Cells, bool Total)
{
    public static ShownColumn Everything(int agencies) => new(Enumerable.Repeat(true, agencies).ToArray(), true);

    public static ShownColumn Nothing(int agencies) => new(new bool[agencies], false);
}
