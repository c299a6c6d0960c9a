using Contracts;

namespace Membership.Agencies.Hsds;

/// <summary>Services, and for whom they are.</summary>
internal sealed partial class HsdsReader
{
    private HsdsService? Service(HsdsRow row)
    {
        if (row["status"] is { } status && !status.Equals("active", StringComparison.OrdinalIgnoreCase))
        {
            report.Pass(row.Place, "status", "Not active, so not on the card.");
            return null;
        }

        var (id, name) = (Identify(row, placeOfService), Name(row));
        var (description, eligibility) = (Text(row, "description"), Text(row, "eligibility_description"));
        var terms = attributesOf[row["id"]].Where(attribute => row["id"] is not null).Select(Term).ToList();
        var bands = Codes<AgeBand>(terms, HsdsTaxonomy.AgeBand);
        if (id is null || name is null) return null;
        return new HsdsService(row.Place, id.Value, name)
        {
            Description = description,
            Eligibility = eligibility,
            Type = Codes<ServiceType>(terms, HsdsTaxonomy.ServiceType).Select(type => (ServiceType?)type).FirstOrDefault(),
            AgeBands = bands.Count > 0 ? bands : HsdsAges.Between(Age(row, "minimum_age"), Age(row, "maximum_age")),
            Genders = Codes<Gender>(terms, HsdsTaxonomy.Gender),
            Citizenship = Codes<CitizenshipLimit>(terms, HsdsTaxonomy.Citizenship).Select(limit => (CitizenshipLimit?)limit).FirstOrDefault(),
        };
    }

    private decimal? Age(HsdsRow row, string field)
    {
        if (row[field] is not { } text) return null;
        if (decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var age) && age is >= 0 and <= 150) return age;

        report.Refuse(row.Place, field, "Must be a number of years.");
        return null;
    }

    /// <summary>In JSON the term is in the attribute, in CSV in a table of its own.</summary>
    private (HsdsRow Row, string? Taxonomy, string? Code) Term(HsdsRow attribute)
    {
        if (attribute["taxonomy_term.code"] is { } code) return (attribute, attribute["taxonomy_term.taxonomy"], code);
        var term = tables[HsdsTables.TaxonomyTerms].FirstOrDefault(term => term["id"] is { } id && id.Equals(attribute["taxonomy_term_id"], StringComparison.OrdinalIgnoreCase));
        return (attribute, term?["taxonomy"], term?["code"]);
    }

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
