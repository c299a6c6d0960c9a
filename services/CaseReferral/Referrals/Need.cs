using Contracts;

namespace CaseReferral.Referrals;

/// <summary>Phase one: what is needed, without who needs it.</summary>
public sealed record Need(
    IReadOnlyList<ServiceType> Services, IReadOnlyList<string> Languages, string? Area, Urgency Urgency,
    IReadOnlyList<RiskFlag> RiskFlags, AgeBand AgeBand, Gender Gender);
