namespace Membership.Agencies.Cards;

/// <summary>A word of an agency's name, as it is searched for.</summary>
public sealed class AgencyNameWord(Guid agencyId, string hub, string word)
{
    public Guid AgencyId { get; private set; } = agencyId;
    public string Hub { get; private set; } = hub;
    public string Word { get; private set; } = word;
}
