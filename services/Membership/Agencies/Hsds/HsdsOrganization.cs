using Contracts;
using Membership.Agencies.Cards;
using Membership.Agencies.Hours;

namespace Membership.Agencies.Hsds;

/// <summary>
/// What an import says of an organization. What it does not say is null, and stays as it is: HSDS has no word for much of a card, and a file
/// need not have all of HSDS. Contacts, addresses and e-mail are never kept: they are persons', or tell where a shelter is.
/// </summary>
internal sealed record HsdsOrganization(string Place, Guid Id, string Name)
{
    public AgencyType? Type { get; init; }
    public AgencyClass? Class { get; init; }
    public string? Description { get; init; }
    public string? Website { get; init; }
    public IReadOnlyList<HsdsService>? Services { get; init; }
    public IReadOnlyList<(Guid Id, PhoneTerms Terms)>? Phones { get; init; }

    /// <summary>Whole: these and no others.</summary>
    public (bool Whole, IReadOnlyList<string> Codes)? Languages { get; init; }

    public IReadOnlyList<string>? Areas { get; init; }
    public (string? TimeZone, IReadOnlyList<(DayOfWeek Day, Opening Opening)> Weekly)? Hours { get; init; }

    /// <summary>The card, with what is said here taken over.</summary>
    public CardContent Onto(CardContent card) => card with
    {
        Description = Description ?? card.Description,
        Website = Website ?? card.Website,
        Services = Services is null ? card.Services : [.. Services.Select(service => (service.Id,
            service.Onto(card.Services.FirstOrDefault(known => known.Id == service.Id).Terms)))],
        Phones = Phones ?? card.Phones,
        Languages = Languages is not { } languages ? card.Languages
            : languages.Whole ? languages.Codes : [.. card.Languages.Union(languages.Codes)],
        Areas = Areas ?? card.Areas,
        TimeZone = Hours is not { } hours ? card.TimeZone : hours.Weekly.Count > 0 ? hours.TimeZone : card.Exceptions.Count > 0 ? card.TimeZone : null,
        Weekly = Hours?.Weekly ?? card.Weekly,
    };
}

/// <summary>What an import says of a service; for whom it is, where that is said in the platform's codes or in years.</summary>
internal sealed record HsdsService(string Place, Guid Id, string Name)
{
    public string? Description { get; init; }
    public string? Eligibility { get; init; }
    public ServiceType? Type { get; init; }
    public IReadOnlyList<AgeBand> AgeBands { get; init; } = [];
    public IReadOnlyList<Gender> Genders { get; init; } = [];
    public CitizenshipLimit? Citizenship { get; init; }

    public ServiceTerms Onto(ServiceTerms? known) => new(
        Name, Type ?? known?.Type, Description ?? known?.Description, Eligibility ?? known?.Eligibility,
        AgeBands.Count > 0 ? AgeBands : known?.AgeBands ?? [], Genders.Count > 0 ? Genders : known?.Genders ?? [], Citizenship ?? known?.Citizenship);
}
