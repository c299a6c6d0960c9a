namespace Membership.Meetings.Series;

/// <summary>An agency that is asked to a series' meetings where not all are.</summary>
public sealed class SeriesInvitation
{
    private SeriesInvitation()
    {
    }

    internal SeriesInvitation(Guid agencyId) => AgencyId = agencyId;

    public Guid SeriesId { get; private set; }
    public Guid AgencyId { get; private set; }
}
