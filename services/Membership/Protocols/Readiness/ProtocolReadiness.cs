using Contracts;

namespace Membership.Protocols.Readiness;

/// <summary>How ready those are whom one protocol in force names.</summary>
/// <param name="Ready">Nobody of them lacks anything.</param>
public sealed record ProtocolReadiness(Guid ProtocolId, string Title, int VersionNumber, bool Ready, IReadOnlyList<AgencyReadiness> Agencies);

/// <summary>An agency that the protocol names.</summary>
/// <param name="Steps">The keys of the steps that call it.</param>
/// <param name="Hours">Whether it is there in the hours that those steps need.</param>
/// <param name="Lacks">What is missing, in the agency and in its people.</param>
public sealed record AgencyReadiness(
    Guid AgencyId, string AgencyName, IReadOnlyList<string> Steps, bool IsMember, HoursStanding Hours, AgreementStanding Agreement,
    IReadOnlyList<ReadinessGapKind> Lacks, IReadOnlyList<PersonReadiness> People);

/// <summary>A person whom the protocol names, by seat and title.</summary>
/// <param name="Training">Unknown until a completed training is reported.</param>
/// <param name="HasAlternate">Or is one.</param>
public sealed record PersonReadiness(
    Guid SeatId, string? Title, bool Acknowledged, TrainingStanding Training, bool HasAlternate, IReadOnlyList<ReadinessGapKind> Lacks);

/// <summary>What keeps an agency or a person from being ready.</summary>
/// <param name="SeatId">The person's seat; none where the gap is the agency's own.</param>
/// <param name="VersionNumber">The last version of the protocol that had it.</param>
/// <param name="OpenDays">For how many days it has been open, or was.</param>
/// <param name="End">How it ended.</param>
public sealed record ReadinessGapView(
    Guid Id, Guid ProtocolId, int VersionNumber, ReadinessGapKind Kind, Guid AgencyId, Guid? SeatId, DateOnly Since, DateOnly? CuredOn,
    int OpenDays, GapEnd? End)
{
    internal static ReadinessGapView Of(ReadinessGap gap, DateOnly today) => new(
        gap.Id, gap.ProtocolId, gap.VersionNumber, gap.Kind, gap.AgencyId, gap.SeatId, gap.Since, gap.CuredOn,
        (gap.CuredOn ?? today).DayNumber - gap.Since.DayNumber, gap.End);
}
