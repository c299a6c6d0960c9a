namespace Membership.Agencies.Cards;

/// <summary>A language that an agency serves people in.</summary>
public sealed class AgencyLanguage(Guid agencyId, string hub, string code)
{
    public Guid AgencyId { get; private set; } = agencyId;
    public string Hub { get; private set; } = hub;
    public string Code { get; private set; } = code;
}
