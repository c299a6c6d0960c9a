namespace Contracts.Membership;

/// <summary>An agency has done in a period what it pledged. Told once for each period.</summary>
public sealed record CommitmentFulfilled(
    Guid TaskForceId, Guid CommitmentId, Guid AgencyId, CommitmentKind Kind, DateOnly FirstDay, DateOnly LastDay) : IEvent;
