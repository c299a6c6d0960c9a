namespace Membership.Leadership;

/// <summary>How a task force is to be led: what an arrangement's text says.</summary>
/// <param name="ChoiceInWords">How leaders are chosen, in the task force's own words.</param>
/// <param name="TermMonths">How long a term is; none where terms have no end.</param>
/// <param name="ConsecutiveTerms">How many terms one person may serve in a row; none where there is no limit.</param>
public sealed record LeadershipTerms(
    LeadershipModel Model, HowChosen ChosenBy, string ChoiceInWords, string? Qualifications, int? TermMonths, int? ConsecutiveTerms,
    DateOnly ReviewOn, IReadOnlyList<Authority> Authority);
