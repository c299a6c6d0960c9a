using Contracts;
using Membership.Agencies.Hours;

namespace Membership.Agencies.Cards;

/// <summary>All that the agency's card says, capacity apart.</summary>
public sealed record CardContent
{
    public string? Description { get; init; }
    public string? Website { get; init; }
    public IReadOnlyList<(Guid Id, ServiceTerms Terms)> Services { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<string> Areas { get; init; } = [];
    public IReadOnlyList<(Guid Id, PhoneTerms Terms)> Phones { get; init; } = [];

    /// <summary>IANA; there where there are hours.</summary>
    public string? TimeZone { get; init; }

    public IReadOnlyList<(DayOfWeek Day, Opening Opening)> Weekly { get; init; } = [];
    public IReadOnlyList<(DateOnly Date, Opening Opening)> Exceptions { get; init; } = [];
    public AfterHours? AfterHours { get; init; }
    public string? AfterHoursNote { get; init; }

    public static CardContent Of(Agency agency) => new()
    {
        Description = agency.Description,
        Website = agency.Website,
        Services = [.. agency.Services.Select(service => (service.HsdsId, service.Terms))],
        Languages = [.. agency.Languages.Select(language => language.Code)],
        Areas = [.. agency.Areas.Select(area => area.Code)],
        Phones = [.. agency.Phones.Select(phone => (phone.HsdsId, phone.Terms))],
        TimeZone = agency.TimeZone,
        Weekly = [.. agency.Hours.Select(line => (line.Day, line.Opening))],
        Exceptions = [.. agency.HoursExceptions.Select(line => (line.Date, line.Opening))],
        AfterHours = agency.AfterHours,
        AfterHoursNote = agency.AfterHoursNote,
    };
}
