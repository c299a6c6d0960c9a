using System.ComponentModel.DataAnnotations;

namespace Membership.Leadership;

/// <summary>How the task force is to be led.</summary>
/// <param name="Model">One chair; two or more co-chairs; or a figurehead, with somebody who does the work.</param>
/// <param name="ChoiceInWords">How leaders are chosen, in the task force's own words.</param>
/// <param name="ReviewOn">When it is to be looked at again.</param>
/// <param name="Qualifications">What a leader must bring.</param>
/// <param name="TermMonths">How long a term is; none where terms have no end.</param>
/// <param name="ConsecutiveTerms">How many terms somebody may serve in a row; none where there is no limit.</param>
/// <param name="Authority">What leaders may decide, say in public, spend or sign without asking first.</param>
public sealed record ArrangementText(
    [property: Required] LeadershipModel? Model,
    [property: Required] HowChosen? ChosenBy,
    [property: Required, PlainText(Lines = true), StringLength(LeadershipArrangement.TextLength)] string ChoiceInWords,
    [property: Required] DateOnly? ReviewOn,
    [property: PlainText(Lines = true), StringLength(LeadershipArrangement.TextLength)] string? Qualifications = null,
    [property: Range(1, 120)] int? TermMonths = null,
    [property: Range(1, 20)] int? ConsecutiveTerms = null,
    [property: MaxLength(LeadershipArrangement.MostAuthority)] IReadOnlyList<NewAuthority>? Authority = null)
{
    internal LeadershipTerms Terms => new(
        Model!.Value, ChosenBy!.Value, ChoiceInWords.Trim(), Qualifications?.Trim(), TermMonths, ConsecutiveTerms, ReviewOn!.Value,
        [.. (Authority ?? []).Select((item, index) => item.Numbered(index + 1))]);
}

/// <summary>One thing that leaders may do without asking first.</summary>
/// <param name="Limit">How far it goes, such as an amount or an occasion.</param>
public sealed record NewAuthority(
    [property: Required] AuthorityKind? Kind,
    [property: Required, PlainText, StringLength(Leadership.Authority.WhatLength)] string What,
    [property: PlainText, StringLength(200)] string? Limit = null)
{
    internal Authority Numbered(int number) => new() { Number = number, Kind = Kind!.Value, What = What.Trim(), Limit = Limit?.Trim() };
}
