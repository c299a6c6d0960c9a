namespace Contracts.Outreach;

/// <summary>A training was held for members of a task force.</summary>
/// <param name="HostAgencyId">The agency that held it.</param>
/// <param name="Participants">How many took part.</param>
public sealed record TrainingHeld(Guid TrainingId, Guid TaskForceId, Guid HostAgencyId, DateOnly HeldOn, int Participants) : IEvent;

/// <summary>A representative completed a training. The person's name stays in Membership.</summary>
/// <param name="ValidUntil">The last day on which it counts; none where it does not lapse.</param>
public sealed record TrainingCompleted(
    Guid TrainingId, Guid TaskForceId, Guid AgencyId, Guid SeatId, DateOnly CompletedOn, DateOnly? ValidUntil) : IEvent;
