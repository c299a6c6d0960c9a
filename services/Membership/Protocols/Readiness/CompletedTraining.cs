namespace Membership.Protocols.Readiness;

/// <summary>A training that a representative completed, as Outreach told it. Nothing is known of a seat until it does.</summary>
public sealed class CompletedTraining
{
    public required Guid TrainingId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid TaskForceId { get; init; }
    public required DateOnly CompletedOn { get; set; }

    /// <summary>The last day on which it counts; none where it does not lapse.</summary>
    public DateOnly? ValidUntil { get; set; }

    public bool CountsOn(DateOnly day) => ValidUntil is null || ValidUntil >= day;
}
