using System.ComponentModel.DataAnnotations;

namespace Membership.Documents;

/// <summary>Section <c>Documents</c>: where documents are kept, and when what nobody refers to is swept.</summary>
public sealed class DocumentSettings
{
    /// <summary>The largest document that is taken: 20 MiB.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The folder of the documents; one for all replicas. Kept for the owner alone.</summary>
    [Required]
    public string Folder { get; init; } = ".data/documents";

    /// <summary>How often it is looked for files that nothing refers to.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "1.00:00:00")]
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How old such a file must be: older than any upload takes from its file to its row.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan SweepAfter { get; init; } = TimeSpan.FromHours(6);
}
