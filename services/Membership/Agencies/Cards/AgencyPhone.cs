namespace Membership.Agencies.Cards;

/// <summary>RFC 6350's kinds, as HSDS names them (in lower case).</summary>
public enum PhoneKind { Voice, Text, Textphone, Video, Cell, Fax, Pager }

/// <summary>What is said of a telephone of the agency's own; never a person's.</summary>
/// <param name="Number">E.164.</param>
public sealed record PhoneTerms(string Number, string? Extension, PhoneKind Kind, string? Description);

/// <summary>A telephone of the agency's own.</summary>
public sealed class AgencyPhone
{
    private AgencyPhone()
    {
    }

    internal AgencyPhone(Guid agencyId, Guid hsdsId, PhoneTerms terms)
    {
        (AgencyId, HsdsId) = (agencyId, hsdsId);
        Become(terms);
    }

    public Guid AgencyId { get; private set; }
    public Guid HsdsId { get; private set; }
    public string Number { get; private set; } = "";
    public string? Extension { get; private set; }
    public PhoneKind Kind { get; private set; }
    public string? Description { get; private set; }

    public PhoneTerms Terms => new(Number, Extension, Kind, Description);

    /// <returns>Whether anything changed.</returns>
    internal bool Become(PhoneTerms terms)
    {
        if (Terms == terms) return false;

        (Number, Extension, Kind, Description) = (terms.Number, terms.Extension, terms.Kind, terms.Description);
        return true;
    }
}
