using Contracts;
using Membership.Agencies.Cards;
using Membership.Protocols.Steps;

namespace Membership.Protocols.Routing;

/// <summary>Why somebody is called in this place.</summary>
public enum RouteReason
{
    Primary, Backup, OpenNow, Closed, OnCall, HoursUnknown, SpeaksLanguage, LanguageNotListed, ServesArea, OutsideArea,
    CapacityConfirmed, CapacityNotConfirmed, NoCapacity, AcknowledgedAndTrained, NotReady, AfterAnotherStep,
}

/// <summary>Whom to call, in order.</summary>
/// <param name="At">For which moment this holds.</param>
/// <param name="Calls">Step by step, as one leads to the other; within a step, whoever is open first.</param>
/// <param name="NotCalled">Agencies that a step names and that are no members any more, or suspended.</param>
public sealed record CallList(DateTimeOffset At, IReadOnlyList<RoutedCall> Calls, IReadOnlyList<Guid> NotCalled);

/// <summary>One call.</summary>
/// <param name="Rank">1 is called first.</param>
/// <param name="Place">0 where the protocol names it first, then the backups in order.</param>
/// <param name="Reasons">Why it has this rank.</param>
/// <param name="Phones">The agency's own numbers, as its card has them; never a person's.</param>
/// <param name="OpensAt">When it opens, where it is closed now; nobody is assumed on call.</param>
/// <param name="AfterHours">How it says that it is reached meanwhile, where it is not open; none where it says nothing.</param>
/// <param name="After">What leads to its step: called once that is so of one of them, and at once where there is none.</param>
/// <param name="Says">The same in words: after Call the shelter, if nobody answers; opens in 5 h.</param>
/// <param name="MayShare">What may be told; identity only by a release.</param>
/// <param name="Warnings">What keeps it from being ready.</param>
public sealed record RoutedCall(
    int Rank, Guid ProtocolId, int VersionNumber, string Step, string StepTitle, int Place, Guid AgencyId, string AgencyName, RoutedContact? Contact,
    IReadOnlyList<PhoneTerms> Phones, IReadOnlyList<RouteReason> Reasons, bool? OpenNow, DateTimeOffset? OpensAt,
    AfterHours? AfterHours, string? AfterHoursNote, string Says, int? WithinMinutes,
    IReadOnlyList<SharedInformation> MayShare, IReadOnlyList<StepBefore> After, IReadOnlyList<NextStep> Next, IReadOnlyList<ReadinessGapKind> Warnings);

/// <summary>A step that is done first.</summary>
/// <param name="When">What must have come of it.</param>
public sealed record StepBefore(string Step, string StepTitle, NextStepWhen When);

/// <summary>Who is called there.</summary>
/// <param name="Name">Only for those who work with the seat; for anybody else it is left out.</param>
public sealed record RoutedContact(Guid SeatId, string? Title, string? Name);
