namespace Contracts.CaseReferral;

/// <summary>An agency asked another to serve someone: phase one, the need without identity.</summary>
public sealed record ReferralMade(
    Guid ReferralId, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId,
    IReadOnlyList<ServiceType> Services, Urgency Urgency, DateOnly MadeOn) : IEvent;

/// <summary>The receiving agency accepted.</summary>
/// <param name="HoursToResponse">Hours from made to accepted, to a tenth.</param>
public sealed record ReferralAccepted(
    Guid ReferralId, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId, decimal HoursToResponse, DateOnly AcceptedOn) : IEvent;

/// <summary>The receiving agency declined.</summary>
/// <param name="HoursToResponse">Hours from made to declined, to a tenth.</param>
public sealed record ReferralDeclined(
    Guid ReferralId, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId, DeclineReason Reason, decimal HoursToResponse, DateOnly DeclinedOn) : IEvent;

/// <summary>The sender took the referral back.</summary>
public sealed record ReferralRevoked(
    Guid ReferralId, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId, RevocationReason Reason, DateOnly RevokedOn) : IEvent;

/// <summary>Nobody answered by the deadline. Not an end: the receiver may still answer, the sender may turn elsewhere.</summary>
public sealed record ReferralOverdue(
    Guid ReferralId, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId, Urgency Urgency, DateOnly OverdueOn) : IEvent;

/// <summary>The receiver left the task force without an answer: the referral is back in its sender's queue, still open.</summary>
public sealed record ReferralReturned(
    Guid ReferralId, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId, DateOnly ReturnedOn) : IEvent;
