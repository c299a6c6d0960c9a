namespace Membership.Agencies.Cards;

/// <summary>An area that an agency serves, as a code.</summary>
public sealed class AgencyArea(Guid agencyId, string hub, string code)
{
    public Guid AgencyId { get; private set; } = agencyId;
    public string Hub { get; private set; } = hub;
    public string Code { get; private set; } = code;
}
