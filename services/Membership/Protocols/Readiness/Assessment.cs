using Contracts;
using Membership.Protocols.Steps;

namespace Membership.Protocols.Readiness;

/// <summary>Whether somebody has completed a training that still counts; unknown until Outreach tells.</summary>
public enum TrainingStanding { Unknown, Current, Expired }

/// <summary>Whether the agency is there in the hours that the steps need.</summary>
public enum HoursStanding { Unknown, Covered, NotCovered }

/// <summary>Whether an agreement with the agency is in force.</summary>
public enum AgreementStanding { None, InForce, Expired }

/// <summary>How ready those are whom a version names.</summary>
internal sealed record Assessment(ProtocolVersion Version, IReadOnlyList<AssessedAgency> Agencies)
{
    public IEnumerable<Finding> Findings => Agencies.SelectMany(agency => agency.Findings);

    /// <summary>
    /// Whether an agency that takes no part just now lacks this all the same: to be suspended cures nothing, and when it is
    /// back, what it lacked is as old as it is.
    /// </summary>
    public bool StillLacks(Finding finding) => Agencies.Any(agency => !agency.IsMember && agency.Lacks.Contains(finding));

    /// <summary>An agency or a seat.</summary>
    public bool Names(Guid subjectId) =>
        Agencies.Any(agency => agency.AgencyId == subjectId || agency.People.Any(person => person.SeatId == subjectId));
}

/// <param name="Steps">The steps that call it.</param>
internal sealed record AssessedAgency(
    Guid AgencyId, IReadOnlyList<ResponseStep> Steps, bool IsMember, HoursStanding Hours, AgreementStanding Agreement, IReadOnlyList<AssessedPerson> People)
{
    /// <summary>What there is to cure: who is no longer a member has nothing else to cure first.</summary>
    public IEnumerable<Finding> Findings => IsMember ? Lacks : [Of(ReadinessGapKind.NotAMember)];

    /// <summary>What it and its people lack, be it a member or not.</summary>
    public IEnumerable<Finding> Lacks =>
        AgencyKinds().Select(Of).Concat(People.SelectMany(person => person.Kinds().Select(kind => new Finding(kind, AgencyId, person.SeatId))));

    private IEnumerable<ReadinessGapKind> AgencyKinds()
    {
        if (Hours == HoursStanding.Unknown) yield return ReadinessGapKind.HoursUnknown;
        if (Hours == HoursStanding.NotCovered) yield return ReadinessGapKind.HoursNotCovered;
        if (Agreement == AgreementStanding.None) yield return ReadinessGapKind.NoAgreement;
        if (Agreement == AgreementStanding.Expired) yield return ReadinessGapKind.AgreementExpired;
        if (People.Count == 0) yield return ReadinessGapKind.NoRepresentative;
    }

    private Finding Of(ReadinessGapKind kind) => new(kind, AgencyId, null);
}

/// <param name="HasAlternate">Or is one.</param>
internal sealed record AssessedPerson(Guid SeatId, string? Title, bool Acknowledged, TrainingStanding Training, bool HasAlternate)
{
    public IEnumerable<ReadinessGapKind> Kinds()
    {
        if (!Acknowledged) yield return ReadinessGapKind.NotAcknowledged;
        if (Training == TrainingStanding.Unknown) yield return ReadinessGapKind.TrainingUnknown;
        if (Training == TrainingStanding.Expired) yield return ReadinessGapKind.TrainingExpired;
        if (!HasAlternate) yield return ReadinessGapKind.NoAlternate;
    }
}
