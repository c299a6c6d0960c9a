using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Agencies.Cards;
using ServiceDefaults.Http;
using ServiceDefaults.Validation;

namespace Membership.Protocols.Steps;

/// <summary>One step of a response.</summary>
/// <param name="Key">A short name that stays the same from version to version, such as <c>shelter</c>: by it one sees whose step changed.</param>
/// <param name="Primary">Who is called first.</param>
/// <param name="Backups">Who is called in turn where the primary cannot be had.</param>
/// <param name="When">For which cases; every case where not given.</param>
/// <param name="MayShare">What may be told; never a date, a place or an identity, which is opened by a release alone.</param>
/// <param name="WithinMinutes">Within how many minutes of the step's beginning they are called.</param>
/// <param name="NamedHours">Where the hours are Named: those, in the called agency's own time zone.</param>
/// <param name="Next">Which steps follow.</param>
public sealed record NewResponseStep(
    [property: Required, RegularExpression(ResponseStep.KeyPattern)] string Key,
    [property: Required, PlainText, StringLength(ResponseStep.TitleLength)] string Title,
    [property: Required] NewContact Primary,
    [property: MaxLength(StepRules.MostBackups)] IReadOnlyList<NewContact>? Backups = null,
    NewConditions? When = null,
    [property: MaxLength(7)] IReadOnlyList<SharedInformation>? MayShare = null,
    [property: Range(1, 10080)] int? WithinMinutes = null,
    HoursNeeded Hours = HoursNeeded.OwnHours,
    [property: MaxLength(14)] IReadOnlyList<NewWeeklyHours>? NamedHours = null,
    [property: MaxLength(6)] IReadOnlyList<NewNextStep>? Next = null)
{
    internal IEnumerable<NewContact> Called => [Primary, .. Backups ?? []];

    internal ResponseStep ToStep(ProtocolVersion version, int position) => ResponseStep.Of(
        version, position,
        new StepContent(
            Key, Title.Trim(), When?.ToConditions() ?? StepConditions.None, [.. (MayShare ?? []).Distinct().Order()], WithinMinutes, Hours,
            [.. (NamedHours ?? []).Select(hours => new NamedHours(hours.Day!.Value, hours.Opens, hours.Closes))],
            [.. (Next ?? []).Select(next => new NextStep(next.Step, next.When))]),
        Called.Select(contact => (contact.AgencyId!.Value, contact.SeatId)));
}

/// <summary>Whom a step calls.</summary>
/// <param name="AgencyId">A member agency.</param>
/// <param name="SeatId">A seat of that agency; where none is named, the agency as such is called.</param>
public sealed record NewContact([property: Required] Guid? AgencyId, Guid? SeatId = null);

/// <summary>For which cases a step is. What is left out lets every case in.</summary>
/// <param name="Languages">ISO 639-2, bibliographic.</param>
/// <param name="Areas">Codes of countries, states or counties, such as <c>US-CA</c> or <c>06075</c>.</param>
public sealed record NewConditions(
    [property: MaxLength(4)] IReadOnlyList<TraffickingType>? TraffickingTypes = null,
    [property: MaxLength(3)] IReadOnlyList<Citizenship>? Citizenships = null,
    [property: Range(1, 10_000)] int? VictimsFrom = null,
    [property: Range(1, 10_000)] int? VictimsTo = null,
    MinorsCondition Minors = MinorsCondition.Any,
    [property: MaxLength(20), LanguageCodes, EachItem(LanguageCode.Pattern)] IReadOnlyList<string>? Languages = null,
    [property: MaxLength(20), EachItem(AreaCode.Pattern)] IReadOnlyList<string>? Areas = null)
{
    internal StepConditions ToConditions() => new(
        [.. (TraffickingTypes ?? []).Distinct()], [.. (Citizenships ?? []).Distinct()], VictimsFrom, VictimsTo, Minors,
        [.. (Languages ?? []).Distinct()], [.. (Areas ?? []).Distinct()]);
}

/// <summary>A step that follows.</summary>
/// <param name="Step">The key of another step.</param>
public sealed record NewNextStep(
    [property: Required, RegularExpression(ResponseStep.KeyPattern)] string Step, NextStepWhen When = NextStepWhen.Always);
