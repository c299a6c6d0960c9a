namespace Contracts;

/// <summary>Decides how confidential an agency's records are, and what its people may ask for.</summary>
public enum AgencyClass { VictimServices, LawEnforcement, Prosecution, Other }

/// <summary>HTCDS 2.0 <c>org_Type</c>, and the types that a United States task force adds.</summary>
public enum AgencyType
{
    NGO, LawEnforcement, HealthServiceOrganisation, CentralGovernmentOrganisation, LocalGovernmentOrganisation,
    ImmigrationService, LegalService, CorporateBusiness, SchoolOrCollege,
    Prosecutor, Court, ChildWelfare, LaborAgency, FaithBased, SurvivorLed, Tribal, Federal, Foundation, MobilizationAdvocacy,
}

/// <summary>How formal a task force is.</summary>
public enum Formality { Informal, SemiFormal, Formal }

/// <summary>Enhanced Collaborative Model, one set up by a state's law, or a coalition.</summary>
public enum TaskForceModel { ECM, StateMandated, Coalition }

/// <summary>How a person sits in a task force.</summary>
public enum Involvement { Individual, RepresentingAgency, AgencyLevel }

/// <summary>Why a seat ended.</summary>
public enum SeatEndReason { TermEnded, Moved, Left, Removed, AgencyLeft }

/// <summary>Every activity carries at least one.</summary>
public enum FourP { Prevention, Protection, Prosecution, Partnership }

/// <summary>A memorandum of understanding on who does what, or an agreement on what information is shared.</summary>
public enum AgreementKind { MOU, InformationSharing }

/// <summary>What a member pledges to its task force.</summary>
public enum CommitmentKind { AttendMeetings, HostTraining, TakePartInTraining, ProvideSpace, Other }

/// <summary>HTCDS 2.0 <c>prs_Gender</c>.</summary>
public enum Gender { Feminine, Masculine, TransgenderFeminine, TransgenderMasculine, NonConforming, NonSpecifiedUnknown }

/// <summary>A band instead of a birth date: all that phase one of a referral may say about age.</summary>
public enum AgeBand { Under13, From13To17, From18To24, From25To59, From60, Unknown }

/// <summary>What a person was exploited for, as far as is known.</summary>
public enum TraffickingType { Sex, Labor, SexAndLabor, Unknown }

/// <summary>HTCDS 2.0 <c>vic_TraffickingStatus</c>. Potential and confirmed are two measures and never added.</summary>
public enum TraffickingStatus { PossibleVictimOfTrafficking, ActualVictimOfTrafficking, NotAVictimOfTrafficking }

/// <summary>A family member is counted apart, never as a principal client.</summary>
public enum ClientKind { Principal, FamilyMember }

/// <summary>Whether a client is new to the agency at intake.</summary>
public enum IntakeKind { New, Continuing, Reopened }

/// <summary>How soon an answer is needed; the deadline follows from it.</summary>
public enum Urgency { Immediate, Urgent, Routine }

/// <summary>Risks that the receiving agency must know to answer; codes only, never a story.</summary>
public enum RiskFlag { TraffickerSearching, SelfHarm, MedicalNeed, Pregnant, AccompaniedByChildren, SubstanceWithdrawal, ThreatToFamily, NoSafePlaceTonight }

/// <summary>Why an agency declines a referral: what the sender needs to know to ask elsewhere.</summary>
public enum DeclineReason { NoCapacity, NotEligible, OutsideArea, ServiceNotOffered, LanguageNotAvailable, SafetyConcern, ConflictOfInterest, Other }

/// <summary>Why a sender takes a referral back. The receiver is not told.</summary>
public enum RevocationReason { NoLongerNeeded, ServedElsewhere, NoResponse, ClientWithdrew, MadeInError }

/// <summary>Where a referral stands. All but the first are ends, and never change.</summary>
public enum ReferralState { AwaitingResponse, Accepted, Declined, Revoked }

/// <summary>Services a client may need [e-Guide, TIMS].</summary>
public enum ServiceType
{
    CaseManagement, ChildSpecificAssistance, CivilLegal, Clothing, CrimeVictimsRightsAndBenefits, CriminalJusticeAssistance,
    CrisisIntervention, CulturalSupport, Dental, DisabilityAssistance, Education, EnglishLanguage, FinancialLiteracy,
    FamilyReunification, Food, EmergencyHousing, TransitionalHousing, IdentificationDocuments, ImmigrationLegal,
    InterpretationTranslation, EmploymentAndJobTraining, Medical, MentalHealth, SubstanceUse, SafetyPlanning, Transportation,
    VictimCompensation, EmotionalSupport, TwentyFourHourResponse, PublicBenefits, LifeSkills,
}

/// <summary>What a task force decides about.</summary>
public enum DecisionAbout
{
    VisionAndMission, GuidingPrinciples, MembershipTerms, Application, Suspension, Removal, Leadership, Structure, Agreement, Protocol, Other,
}

/// <summary>By consensus of the members, by their vote, or by the core group.</summary>
public enum DecisionMethod { Consensus, Vote, CoreGroup }

/// <summary>What came of it; without a quorum it counts for nothing.</summary>
public enum DecisionResult { Carried, Rejected, NoQuorum }

/// <summary>What a reminder is about; agencies' systems choose the words.</summary>
public enum ReminderKind
{
    AgreementRenewal, AgreementSignature, CommitmentDue, CardReview, LeadershipReview, TermEnding, WorkGroupEnding, ActionItemDue,
    ProtocolAcknowledgement, PrincipleAcknowledgement, OrientationOpen, CalendarShared,
}

/// <summary>A position in the leadership of a task force.</summary>
public enum LeadershipPositionKind { Chair, CoChair, FigureheadChair, OperationalLead, ViceChair, Secretary }

/// <summary>What agencies differ in.</summary>
public enum DifferenceKind { Philosophy, Assumption, Role, Personality, Behavior }

/// <summary>How a difference was closed; to agree to disagree is an outcome like the others.</summary>
public enum DifferenceOutcome { Resolved, AgreedToDisagree, Withdrawn, Escalated }
