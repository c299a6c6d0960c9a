using Contracts;

namespace Membership.Agencies.Hsds;

/// <summary>Services, and for whom they are.</summary>
internal sealed partial class HsdsReader
{
    private bool IsActive(HsdsRow service)
    {
        if (service["status"] is null || service["status"]!.Equals("active", StringComparison.OrdinalIgnoreCase)) return true;

        report.Pass(service.Place, "status", "Not active, so not on the card.");
        return false;
    }

    private HsdsService? Service(HsdsRow row)
    {
        var name = Name(row);
        var (description, eligibility) = (Text(row, "description"), Text(row, "eligibility_description"));
        var terms = TermsOf(row);
        var bands = Codes<AgeBand>(terms, HsdsTaxonomy.AgeBand);
        if (name is null) return null;
        return new HsdsService(row.Place, row.Id("id")!.Value, name)
        {
            Description = description,
            Eligibility = eligibility,
            Type = Code<ServiceType>(terms, HsdsTaxonomy.ServiceType),
            AgeBands = bands.Count > 0 ? bands : HsdsAges.Between(Age(row, "minimum_age"), Age(row, "maximum_age")),
            Genders = Codes<Gender>(terms, HsdsTaxonomy.Gender),
            Citizenship = Code<CitizenshipLimit>(terms, HsdsTaxonomy.Citizenship),
        };
    }

    private decimal? Age(HsdsRow row, string field)
    {
        if (row[field] is not { } text) return null;
        if (decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var age) && age is >= 0 and <= 150) return age;

        report.Refuse(row.Place, field, "Must be a number of years.");
        return null;
    }

    private List<(HsdsRow Row, string? Taxonomy, string? Code)> TermsOf(HsdsRow row) =>
        [.. tables.Where(HsdsTables.Attributes, "link_id", KeyOf(row)).Select(Term)];

    /// <summary>In JSON the term is in the attribute, in CSV in a table of its own.</summary>
    private (HsdsRow Row, string? Taxonomy, string? Code) Term(HsdsRow attribute)
    {
        if (attribute["taxonomy_term.code"] is { } code) return (attribute, attribute["taxonomy_term.taxonomy"], code);
        var term = tables.Where(HsdsTables.TaxonomyTerms, "id", attribute["taxonomy_term_id"]).FirstOrDefault();
        return (attribute, term?["taxonomy"], term?["code"]);
    }

    private T? Code<T>(IEnumerable<(HsdsRow Row, string? Taxonomy, string? Code)> terms, string taxonomy) where T : struct, Enum =>
        Codes<T>(terms, taxonomy).Select(code => (T?)code).FirstOrDefault();

    /// <summary>Of this taxonomy, which is the platform's; terms of others are not looked at.</summary>
    private List<T> Codes<T>(IEnumerable<(HsdsRow Row, string? Taxonomy, string? Code)> terms, string taxonomy) where T : struct, Enum
    {
        var codes = new SortedSet<T>();
        foreach (var (row, _, code) in terms.Where(term => term.Taxonomy == taxonomy))
        {
            if (Enum.GetNames<T>().Contains(code)) codes.Add(Enum.Parse<T>(code!));
            else report.Refuse(row.Place, "code", $"The taxonomy {taxonomy} has no such term.");
        }

        return [.. codes];
    }
}
