namespace Membership.Agencies;

/// <summary>What an import did.</summary>
/// <param name="Agencies">Every agency of the file, in its order.</param>
/// <param name="NotTaken">By row, what the directory has no place for; the first 100.</param>
/// <param name="NotTakenCount">How much that is, listed or not.</param>
public sealed record AgencyImportReport(
    int Listed, int Updated, int Unchanged, IReadOnlyList<AgencyView> Agencies, IReadOnlyDictionary<string, string[]> NotTaken,
    int NotTakenCount);
