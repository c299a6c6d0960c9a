using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Agencies.Hours;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;
using ServiceDefaults.Validation;

namespace Membership.Agencies.Cards;

/// <summary>A service that the agency offers.</summary>
/// <param name="Id">That of a service on the card, to keep it; left out for a new one.</param>
/// <param name="AgeBands">For whom by age; none: any.</param>
/// <param name="Genders">For whom by gender; none: any.</param>
/// <param name="Citizenship">For whom by citizenship; none: any.</param>
public sealed record NewService(
    [property: Required] ServiceType? ServiceType,
    [property: Required, PlainText, StringLength(200)] string Name,
    Guid? Id = null,
    [property: PlainText(Lines = true), StringLength(Agency.TextLength)] string? Description = null,
    [property: PlainText(Lines = true), StringLength(Agency.TextLength)] string? Eligibility = null,
    [property: MaxLength(6), DistinctItems] IReadOnlyList<AgeBand>? AgeBands = null,
    [property: MaxLength(6), DistinctItems] IReadOnlyList<Gender>? Genders = null,
    CitizenshipLimit? Citizenship = null)
{
    internal ServiceTerms Terms => new(
        Name.Trim(), ServiceType, Description?.Trim(), Eligibility?.Trim(), [.. (AgeBands ?? []).Order()], [.. (Genders ?? []).Order()], Citizenship);
}

/// <summary>Open on this day of the week, in local time.</summary>
/// <param name="Opens">As HH:mm.</param>
/// <param name="Closes">As HH:mm; not after it opens: on the next day. 00:00 to 00:00 is the whole day.</param>
public sealed record NewWeeklyHours(
    [property: Required] DayOfWeek? Day,
    [property: Required, RegularExpression(NewCard.Clock)] string Opens,
    [property: Required, RegularExpression(NewCard.Clock)] string Closes);

/// <summary>A date on which it is otherwise: closed where no times are given.</summary>
public sealed record NewHoursException(
    [property: Required] DateOnly? Date,
    [property: RegularExpression(NewCard.Clock)] string? Opens = null,
    [property: RegularExpression(NewCard.Clock)] string? Closes = null);

/// <summary>A telephone of the agency's own; never a person's.</summary>
/// <param name="Id">That of a telephone on the card, to keep it; left out for a new one.</param>
/// <param name="Number">E.164, such as +14155550100.</param>
public sealed record NewPhone(
    [property: Required, RegularExpression(NewCard.E164)] string Number,
    Guid? Id = null,
    [property: RegularExpression("^[0-9]{1,10}$")] string? Extension = null,
    PhoneKind Kind = PhoneKind.Voice,
    [property: PlainText(Lines = true), StringLength(Agency.TextLength)] string? Description = null);

/// <summary>All that the card says, capacity apart: what is left out is not on it any more.</summary>
/// <param name="Languages">ISO 639-2, bibliographic.</param>
/// <param name="Areas">Codes of countries, their parts or counties, such as US, US-CA or 06075.</param>
/// <param name="TimeZone">IANA; required with hours.</param>
/// <param name="AfterHours">How the agency is reached outside its hours; left out: nobody is assumed on call.</param>
public sealed record NewCard(
    [property: PlainText(Lines = true), StringLength(Agency.TextLength)] string? Description = null,
    [property: Url, StringLength(200)] string? Website = null,
    [property: MaxLength(NewCard.MostServices)] IReadOnlyList<NewService>? Services = null,
    [property: MaxLength(NewCard.MostLanguages), DistinctItems, LanguageCodes, EachItem(LanguageCode.Pattern)] IReadOnlyList<string>? Languages = null,
    [property: MaxLength(NewCard.MostAreas), DistinctItems, EachItem(AreaCode.Pattern)] IReadOnlyList<string>? Areas = null,
    [property: MaxLength(NewCard.MostPhones)] IReadOnlyList<NewPhone>? Phones = null,
    [property: TimeZone, StringLength(64)] string? TimeZone = null,
    [property: MaxLength(NewCard.MostHours)] IReadOnlyList<NewWeeklyHours>? Hours = null,
    [property: MaxLength(100)] IReadOnlyList<NewHoursException>? HoursExceptions = null,
    AfterHours? AfterHours = null,
    [property: PlainText(Lines = true), StringLength(Agency.TextLength)] string? AfterHoursNote = null)
{
    public const int MostServices = 50;
    public const int MostLanguages = 50;
    public const int MostAreas = 100;
    public const int MostPhones = 20;
    public const int MostHours = 50;

    public const string Clock = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    public const string E164 = @"^\+[1-9][0-9]{6,14}$";

    internal CardContent Content => new()
    {
        Description = Description?.Trim(),
        Website = Website?.Trim(),
        Services = [.. (Services ?? []).Select(service => (service.Id ?? Entity.NewId(), service.Terms))],
        Languages = Languages ?? [],
        Areas = Areas ?? [],
        Phones = [.. (Phones ?? []).Select(phone => (phone.Id ?? Entity.NewId(), new PhoneTerms(phone.Number, phone.Extension, phone.Kind, phone.Description?.Trim())))],
        TimeZone = Hours is { Count: > 0 } || HoursExceptions is { Count: > 0 } ? TimeZone : null,
        Weekly = [.. (Hours ?? []).Select(line => (line.Day!.Value, Between(line.Opens, line.Closes)))],
        Exceptions = [.. (HoursExceptions ?? []).Select(line => (line.Date!.Value, line.Opens is null ? Opening.Closed : Between(line.Opens, line.Closes!)))],
        AfterHours = AfterHours,
        AfterHoursNote = AfterHoursNote?.Trim(),
    };

    private static Opening Between(string opens, string closes) => Opening.Between(
        TimeOnly.ParseExact(opens, "HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        TimeOnly.ParseExact(closes, "HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
