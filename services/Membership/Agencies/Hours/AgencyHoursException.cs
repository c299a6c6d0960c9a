namespace Membership.Agencies.Hours;

/// <summary>A date on which an agency keeps other hours than in the week, or none.</summary>
public sealed class AgencyHoursException
{
    private AgencyHoursException()
    {
    }

    public AgencyHoursException(Guid agencyId, string hub, string timeZone, DateOnly date, Opening opening) =>
        (AgencyId, Hub, TimeZone, Date, OpensAt, ClosesAt) = (agencyId, hub, timeZone, date, opening.OpensAt, opening.ClosesAt);

    public Guid AgencyId { get; private set; }
    public string Hub { get; private set; } = "";
    public string TimeZone { get; private set; } = "";
    public DateOnly Date { get; private set; }
    public int OpensAt { get; private set; }
    public int ClosesAt { get; private set; }

    public Opening Opening => new(OpensAt, ClosesAt);
}
