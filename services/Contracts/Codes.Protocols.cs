namespace Contracts;

/// <summary>What a task force's protocol is about.</summary>
public enum ProtocolTopic
{
    InformationSharing, DeafAndHardOfHearingAccess, LanguageAccess, Referrals, Media, Confidentiality, DataCollection, GrantReporting,
    CaseResponse, ConflictResolution,
}

/// <summary>
/// What keeps somebody whom an adopted protocol names from being ready. Unknown is not ready: a shelter whose staff were
/// never told what a referral looks like will refuse the first one.
/// </summary>
public enum ReadinessGapKind
{
    NotAcknowledged, TrainingUnknown, TrainingExpired, HoursUnknown, HoursNotCovered, NoAgreement, AgreementExpired, NoAlternate,
    NoRepresentative, NotAMember,
}

/// <summary>What a measure of services counts by, and a protocol's step may ask; never a country or a status.</summary>
public enum Citizenship { Unknown, Citizen, ForeignNational }
