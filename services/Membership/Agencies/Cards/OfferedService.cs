using Contracts;

namespace Membership.Agencies.Cards;

/// <summary>What is said of a service that an agency offers.</summary>
/// <param name="Type">Null where it came from elsewhere and nobody has said yet which of ours it is.</param>
/// <param name="Eligibility">For whom, and on what conditions, in the agency's own words.</param>
/// <param name="AgeBands">For whom by age; empty: any.</param>
/// <param name="Genders">For whom by gender; empty: any.</param>
/// <param name="Citizenship">For whom by citizenship; null: any.</param>
public sealed record ServiceTerms(
    string Name, ServiceType? Type, string? Description, string? Eligibility, IReadOnlyList<AgeBand> AgeBands, IReadOnlyList<Gender> Genders,
    CitizenshipLimit? Citizenship)
{
    /// <summary>Records compare lists by reference.</summary>
    public bool Says(ServiceTerms other) =>
        this with { AgeBands = other.AgeBands, Genders = other.Genders } == other
        && AgeBands.SequenceEqual(other.AgeBands) && Genders.SequenceEqual(other.Genders);
}

/// <summary>A service that an agency offers.</summary>
public sealed class OfferedService
{
    private OfferedService()
    {
    }

    internal OfferedService(Agency agency, Guid hsdsId, ServiceTerms terms)
    {
        (AgencyId, Hub, HsdsId) = (agency.Id, agency.Hub, hsdsId);
        Become(terms);
    }

    public Guid AgencyId { get; private set; }
    public Agency Agency { get; private set; } = null!;
    public string Hub { get; private set; } = "";

    /// <summary>The service's id in HSDS.</summary>
    public Guid HsdsId { get; private set; }

    public string Name { get; private set; } = "";
    public ServiceType? Type { get; private set; }
    public string? Description { get; private set; }
    public string? Eligibility { get; private set; }
    public IReadOnlyList<AgeBand> AgeBands { get; private set; } = [];
    public IReadOnlyList<Gender> Genders { get; private set; } = [];
    public CitizenshipLimit? Citizenship { get; private set; }

    public ServiceTerms Terms => new(Name, Type, Description, Eligibility, AgeBands, Genders, Citizenship);

    /// <returns>Whether anything changed.</returns>
    internal bool Become(ServiceTerms terms)
    {
        if (Terms.Says(terms)) return false;

        (Name, Type, Description, Eligibility) = (terms.Name, terms.Type, terms.Description, terms.Eligibility);
        (AgeBands, Genders, Citizenship) = ([.. terms.AgeBands], [.. terms.Genders], terms.Citizenship);
        return true;
    }
}
