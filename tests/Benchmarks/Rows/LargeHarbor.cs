using Benchmarks.Measuring;
using Testing;

namespace Benchmarks.Rows;

/// <summary>10,000 agencies and 100,000 representatives in Harbor, filled in once for all rows that measure among them.</summary>
internal static class LargeHarbor
{
    private const int Agencies = 10_000;
    private const int Representatives = 100_000;

    private static Task<Guid>? seeded;

    /// <returns>A task force with a protocol in force.</returns>
    public static Task<Guid> SeedAsync(HarborUnderLoad harbor) => seeded ??= FillAsync(harbor);

    private static async Task<Guid> FillAsync(HarborUnderLoad harbor)
    {
        await using var membership = harbor.Open("membership");
        var directory = new LargeDirectory(membership, "harbor");
        await directory.SeedAsync(Agencies, Representatives);
        return await LargeProtocol.SeedAsync(directory, "harbor");
    }
}
