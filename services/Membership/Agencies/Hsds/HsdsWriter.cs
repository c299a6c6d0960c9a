using Membership.Agencies.Cards;
using Membership.Agencies.Hours;

namespace Membership.Agencies.Hsds;

/// <summary>
/// Agencies in HSDS's words. What it has no words for is left out: exceptions to the hours, what is arranged after them, capacities. Languages,
/// hours and areas are services' there, so each service of an agency gets the agency's.
/// </summary>
internal static class HsdsWriter
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>HSDS requires a description.</summary>
    public static HsdsOrganizationView Basic(Agency agency) => new(agency.HsdsId, agency.Name, agency.Description ?? "") { Website = agency.Website };

    /// <summary>The card must be loaded.</summary>
    public static HsdsOrganizationView Full(Agency agency) => Basic(agency) with
    {
        Phones = [.. agency.Phones.OrderBy(phone => phone.HsdsId).Select(phone => new HsdsPhoneView(phone.HsdsId, phone.Number, phone.Kind.ToString().ToLowerInvariant())
        {
            Extension = phone.Extension, Description = phone.Description,
        })],
        Services = [.. agency.Services.OrderBy(service => service.HsdsId).Select(service => Full(service, agency))],
        Attributes =
        [
            .. Attributes(agency.HsdsId, "organization",
                (HsdsTaxonomy.AgencyType, agency.Type, "agency-type"), (HsdsTaxonomy.AgencyClass, agency.Class, "agency-class")),
        ],
    };

    public static HsdsServiceView Basic(OfferedService service) => new(service.HsdsId, service.Name, "active")
    {
        Description = service.Description,
        EligibilityDescription = service.Eligibility,
        MinimumAge = HsdsAges.Of(service.AgeBands).Minimum,
        MaximumAge = HsdsAges.Of(service.AgeBands).Maximum,
    };

    /// <summary>The agency's card must be loaded.</summary>
    public static HsdsServiceView Full(OfferedService service, Agency agency) => Basic(service) with
    {
        Languages = [.. agency.Languages.Select(language => language.Code).Order(StringComparer.Ordinal)
            .Select(code => new HsdsLanguageView(HsdsTaxonomy.IdOf(service.HsdsId, $"language {code}"), HsdsLanguage.ForHsds(code)))],
        Schedules = [.. agency.Hours.GroupBy(line => line.Opening).OrderBy(group => group.Key.OpensAt).ThenBy(group => group.Key.ClosesAt)
            .Select(group => Schedule(service.HsdsId, agency.TimeZone!, group.Key, group.Select(line => line.Day)))],
        ServiceAreas = [.. agency.Areas.Select(area => area.Code).Order(StringComparer.Ordinal)
            .Select(code => new HsdsAreaView(HsdsTaxonomy.IdOf(service.HsdsId, $"area {code}"), code, code, "text"))],
        Attributes = [.. Attributes(service)],
    };

    private static HsdsScheduleView Schedule(Guid service, string zone, Opening opening, IEnumerable<DayOfWeek> days)
    {
        var id = HsdsTaxonomy.IdOf(service, $"schedule {opening.OpensAt} {opening.ClosesAt}");
        return new HsdsScheduleView(
            id, "WEEKLY", string.Join(',', days.Order().Select(day => Days[(int)day])), Text(opening.Opens), Text(opening.Closes),
            [new HsdsAttributeView(HsdsTaxonomy.IdOf(id, HsdsTaxonomy.TimeZone), HsdsTaxonomy.TimeZone, "schedule") { Value = zone }]);
    }

    private static IEnumerable<HsdsAttributeView> Attributes(OfferedService service) => Attributes(service.HsdsId, "service",
    [
        (HsdsTaxonomy.ServiceType, service.Type, "service-type"),
        .. service.AgeBands.Select(band => (HsdsTaxonomy.AgeBand, (Enum?)band, "eligibility")),
        .. service.Genders.Select(gender => (HsdsTaxonomy.Gender, (Enum?)gender, "eligibility")),
        (HsdsTaxonomy.Citizenship, service.Citizenship, "eligibility"),
    ]);

    private static IEnumerable<HsdsAttributeView> Attributes(Guid id, string entity, params (string Taxonomy, Enum? Code, string LinkType)[] codes) =>
        from item in codes
        where item.Code is not null
        let code = item.Code.ToString()
        let term = new HsdsTermView(HsdsTaxonomy.IdOf(Guid.Empty, $"{item.Taxonomy} {code}"), code, code, code, item.Taxonomy)
        select new HsdsAttributeView(HsdsTaxonomy.IdOf(id, $"{item.Taxonomy} {code}"), item.LinkType, entity) { TaxonomyTerm = term };

    private static string Text(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
