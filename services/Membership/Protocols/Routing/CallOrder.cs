using System.Globalization;
using Contracts;
using Membership.Protocols.Steps;

namespace Membership.Protocols.Routing;

/// <summary>
/// How soon somebody is called within a step. Whoever is open comes first, then who says that somebody is on call, then whose
/// hours nobody knows, then the closed by when they open: nobody is left out, and nobody is assumed on call. After that counts
/// what is known to stand against it; then the order that the task force adopted.
/// </summary>
internal sealed record CallOrder(
    IReadOnlyList<StepBefore> After, StepContact Contact, CalledAgency Agency, IReadOnlyList<RouteReason> Reasons, DateTimeOffset? OpensAt)
    : IComparable<CallOrder>
{
    /// <summary>Closed, and says itself that somebody answers meanwhile.</summary>
    private bool IsOnCall => Reasons.Contains(RouteReason.OnCall);

    public bool? OpenNow => Reasons.Contains(RouteReason.HoursUnknown) ? null : Reasons.Contains(RouteReason.OpenNow);

    public static CallOrder Of(
        IReadOnlyList<StepBefore> after, StepContact contact, CalledAgency agency, CaseFacts facts, DateTimeOffset at,
        IReadOnlyCollection<ReadinessGapKind> warnings)
    {
        var next = agency.Hours.NextOpening(at);
        var reasons = new List<RouteReason>
        {
            contact.Place == 0 ? RouteReason.Primary : RouteReason.Backup,
            !agency.Hours.AreKnown ? RouteReason.HoursUnknown : next <= at ? RouteReason.OpenNow : RouteReason.Closed,
        };
        if (after.Count > 0) reasons.Insert(0, RouteReason.AfterAnotherStep);
        if (reasons.Contains(RouteReason.Closed) && agency.AnswersAfterHours) reasons.Add(RouteReason.OnCall);
        // What a card does not say is not held against it.
        if (facts.Spoken.Count > 0 && agency.Languages.Count > 0)
            reasons.Add(facts.Spoken.Any(agency.Languages.Contains) ? RouteReason.SpeaksLanguage : RouteReason.LanguageNotListed);
        if (facts.Area is { } place && agency.Areas.Count > 0)
            reasons.Add(agency.Areas.Any(area => CaseFacts.Covers(area, place)) ? RouteReason.ServesArea : RouteReason.OutsideArea);
        reasons.Add(agency.HasCapacity switch
        {
            true => RouteReason.CapacityConfirmed,
            false => RouteReason.NoCapacity,
            null => RouteReason.CapacityNotConfirmed,
        });
        reasons.Add(warnings.Count > 0 ? RouteReason.NotReady : RouteReason.AcknowledgedAndTrained);
        return new(after, contact, agency, reasons, next > at ? next : null);
    }

    /// <summary>After what, and when it opens, as one would say it.</summary>
    public string Says(DateTimeOffset at)
    {
        var opening = OpenNow switch
        {
            true => "open now",
            null => "hours unknown",
            false when OpensAt is { } opens => $"opens in {Duration(opens - at)}",
            _ => "closed, and not known when it opens",
        };
        var before = After.Count == 0 ? "" : $"after {string.Join(" or ", After.Select(Said))}; ";
        return before + (IsOnCall ? $"on call; {opening}" : opening);
    }

    public int CompareTo(CallOrder? other) => other is null ? -1 : Key.CompareTo(other.Key);

    private (int, long, int, int, int, int) Key => (
        OpenNow switch { true => 0, false when IsOnCall => 1, null => 2, false => 3 }, OpenNow is false && !IsOnCall ? (OpensAt ?? DateTimeOffset.MaxValue).UtcTicks : 0,
        Has(RouteReason.LanguageNotListed), Has(RouteReason.OutsideArea), Has(RouteReason.NoCapacity), Contact.Place);

    private static string Said(StepBefore step) => step.When switch
    {
        NextStepWhen.Answered => $"{step.StepTitle}, if somebody answers",
        NextStepWhen.NotAnswered => $"{step.StepTitle}, if nobody answers",
        _ => step.StepTitle,
    };

    private int Has(RouteReason reason) => Reasons.Contains(reason) ? 1 : 0;

    /// <summary>In whole minutes below two hours, in whole hours below two days; rounded up, so that nobody calls too early.</summary>
    private static string Duration(TimeSpan until) => until.TotalHours switch
    {
        < 2 => $"{Number(Math.Ceiling(until.TotalMinutes))} min",
        < 48 => $"{Number(Math.Ceiling(until.TotalHours))} h",
        _ => $"{Number(Math.Ceiling(until.TotalDays))} days",
    };

    private static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
