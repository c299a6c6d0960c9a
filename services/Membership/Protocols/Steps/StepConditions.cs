using Contracts;

namespace Membership.Protocols.Steps;

/// <summary>For which cases a step is. What is empty says nothing, and lets every case in.</summary>
public sealed record StepConditions(
    IReadOnlyList<TraffickingType> TraffickingTypes, IReadOnlyList<Citizenship> Citizenships, int? VictimsFrom, int? VictimsTo,
    MinorsCondition Minors, IReadOnlyList<string> Languages, IReadOnlyList<string> Areas)
{
    internal static readonly StepConditions None = new([], [], null, null, MinorsCondition.Any, [], []);

    /// <summary>Records compare lists by identity; these are sets.</summary>
    internal bool IsSameAs(StepConditions other) =>
        (VictimsFrom, VictimsTo, Minors) == (other.VictimsFrom, other.VictimsTo, other.Minors)
        && Same(TraffickingTypes, other.TraffickingTypes) && Same(Citizenships, other.Citizenships)
        && Same(Languages, other.Languages) && Same(Areas, other.Areas);

    private static bool Same<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) => one.Count == other.Count && one.ToHashSet().SetEquals(other);
}
