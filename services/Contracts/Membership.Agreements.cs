namespace Contracts.Membership;

/// <summary>A required signatory of an agency signed a version of an agreement.</summary>
public sealed record AgreementSigned(
    Guid TaskForceId, Guid AgreementId, AgreementKind Kind, int VersionNumber, Guid AgencyId, DateOnly SignedOn) : IEvent;

/// <summary>All have signed a version of an agreement: it is in force from a day on, among these agencies.</summary>
public sealed record AgreementEffective(
    Guid TaskForceId, Guid AgreementId, AgreementKind Kind, int VersionNumber, IReadOnlyList<Guid> AgencyIds, DateOnly EffectiveOn, DateOnly? ExpiresOn) : IEvent;

/// <summary>The last day of an agreement has passed.</summary>
public sealed record AgreementExpired(Guid TaskForceId, Guid AgreementId, AgreementKind Kind, DateOnly LastDay) : IEvent;

/// <summary>An agreement was terminated before its time; in force until its last day.</summary>
public sealed record AgreementTerminated(Guid TaskForceId, Guid AgreementId, AgreementKind Kind, DateOnly LastDay) : IEvent;

/// <summary>One party left an agreement that goes on among the others.</summary>
public sealed record AgreementPartyWithdrew(Guid TaskForceId, Guid AgreementId, AgreementKind Kind, Guid AgencyId, DateOnly LastDay) : IEvent;
