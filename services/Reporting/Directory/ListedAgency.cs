namespace Reporting.Directory;

/// <summary>An agency of the hub, for a report's rows.</summary>
public sealed class ListedAgency
{
    public required Guid AgencyId { get; init; }

    public required string Name { get; set; }

    /// <summary>
    /// The day it was first listed. A month's table holds the agencies listed by its end: one listed later must not
    /// alter a table that is already published.
    /// </summary>
    public required DateOnly ListedOn { get; init; }
}
