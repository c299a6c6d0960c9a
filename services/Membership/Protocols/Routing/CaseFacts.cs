using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Protocols.Steps;
using ServiceDefaults.Http;
using ServiceDefaults.Validation;

namespace Membership.Protocols.Routing;

/// <summary>
/// What is known of a possible case, in codes and numbers: nothing that identifies anybody, and none of it is stored.
/// What is left out is unknown, and rules no step out.
/// </summary>
/// <param name="Minors">Whether there are any.</param>
/// <param name="Languages">Those that are spoken (ISO 639-2, bibliographic).</param>
/// <param name="Area">The code of a country, state or county, such as <c>US-CA</c> or <c>06075</c>.</param>
/// <param name="At">For which moment; now where left out.</param>
public sealed record CaseFacts(
    TraffickingType? TraffickingType = null,
    Citizenship? Citizenship = null,
    [property: Range(1, 10_000)] int? Victims = null,
    bool? Minors = null,
    [property: MaxLength(10), LanguageCodes, EachItem(LanguageCode.Pattern)] IReadOnlyList<string>? Languages = null,
    [property: RegularExpression(AreaCode.Pattern)] string? Area = null,
    DateTimeOffset? At = null)
{
    internal IReadOnlyList<string> Spoken => Languages ?? [];

    internal bool Matches(StepConditions when) =>
        MatchesType(when) && MatchesCitizenship(when)
        && (Victims is not { } victims || (victims >= (when.VictimsFrom ?? 0) && victims <= (when.VictimsTo ?? int.MaxValue)))
        && (Minors is not { } minors || when.Minors == MinorsCondition.Any || minors == (when.Minors == MinorsCondition.Yes))
        && (Spoken.Count == 0 || when.Languages.Count == 0 || Spoken.Any(when.Languages.Contains))
        && (Area is null || when.Areas.Count == 0 || when.Areas.Any(area => Covers(area, Area)));

    /// <summary>An area holds itself and all that lies in it.</summary>
    internal static bool Covers(string area, string place) => AreaCode.Around(place).Contains(area);

    private bool MatchesType(StepConditions when) =>
        TraffickingType is null or Contracts.TraffickingType.Unknown || when.TraffickingTypes.Count == 0
        || when.TraffickingTypes.Contains(TraffickingType.Value)
        // Both kinds at once: whoever is called for either is called.
        || (TraffickingType == Contracts.TraffickingType.SexAndLabor
            && when.TraffickingTypes.Any(type => type is Contracts.TraffickingType.Sex or Contracts.TraffickingType.Labor));

    private bool MatchesCitizenship(StepConditions when) =>
        Citizenship is null or Contracts.Citizenship.Unknown || when.Citizenships.Count == 0 || when.Citizenships.Contains(Citizenship.Value);
}
