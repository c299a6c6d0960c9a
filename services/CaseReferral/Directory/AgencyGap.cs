using Contracts;

namespace CaseReferral.Directory;

/// <summary>Why an agency is not ready for what a protocol expects of it, as Membership's events told it. Kept while it lasts.</summary>
public sealed class AgencyGap
{
    public required Guid GapId { get; init; }
    public required Guid TaskForceId { get; init; }
    public required Guid AgencyId { get; init; }
    public required ReadinessGapKind Kind { get; init; }
    public required DateOnly Since { get; init; }
}
