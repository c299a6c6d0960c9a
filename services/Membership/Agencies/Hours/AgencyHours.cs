namespace Membership.Agencies.Hours;

/// <summary>A line of an agency's weekly hours. All of it is its key: a line is added or removed, never changed.</summary>
public sealed class AgencyHours
{
    private AgencyHours()
    {
    }

    public AgencyHours(Guid agencyId, string hub, string timeZone, DayOfWeek day, Opening opening) =>
        (AgencyId, Hub, TimeZone, Day, OpensAt, ClosesAt) = (agencyId, hub, timeZone, day, opening.OpensAt, opening.ClosesAt);

    public Guid AgencyId { get; private set; }

    /// <summary>Here as well, as the zone is, so that one index answers who is open.</summary>
    public string Hub { get; private set; } = "";

    public string TimeZone { get; private set; } = "";
    public DayOfWeek Day { get; private set; }
    public int OpensAt { get; private set; }
    public int ClosesAt { get; private set; }

    public Opening Opening => new(OpensAt, ClosesAt);
}
