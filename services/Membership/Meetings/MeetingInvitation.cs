namespace Membership.Meetings;

/// <summary>An agency that is asked to a meeting where not all are.</summary>
public sealed class MeetingInvitation
{
    private MeetingInvitation()
    {
    }

    internal MeetingInvitation(Guid agencyId) => AgencyId = agencyId;

    public Guid MeetingId { get; private set; }
    public Guid AgencyId { get; private set; }
}
