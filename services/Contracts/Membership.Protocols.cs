namespace Contracts.Membership;

/// <summary>A task force adopted a version of a protocol; an earlier one is superseded by it.</summary>
public sealed record ProtocolAdopted(
    Guid ProtocolId, int VersionNumber, Guid TaskForceId, ProtocolTopic Topic, DateOnly AdoptedOn) : IEvent;

/// <summary>Somebody whom an adopted protocol names has acknowledged it.</summary>
public sealed record ProtocolAcknowledged(
    Guid ProtocolId, int VersionNumber, Guid TaskForceId, Guid AgencyId, Guid SeatId, DateOnly AcknowledgedOn) : IEvent;

/// <summary>An agency or a person that an adopted protocol names is not ready for it.</summary>
/// <param name="SeatId">The person's seat; none where the gap is the agency's own.</param>
public sealed record ReadinessGapOpened(
    Guid GapId, Guid ProtocolId, Guid TaskForceId, Guid AgencyId, Guid? SeatId, ReadinessGapKind Kind, DateOnly OpenedOn) : IEvent;

/// <summary>A gap is no more: it was cured, or the protocol names the agency or person no longer.</summary>
public sealed record ReadinessGapCured(
    Guid GapId, Guid ProtocolId, Guid TaskForceId, Guid AgencyId, Guid? SeatId, ReadinessGapKind Kind, DateOnly CuredOn) : IEvent;
