namespace Membership.Meetings.JointEvents;

/// <summary>An agency's part in a joint event: asked to shape it, sponsor of it, agreed to its norms.</summary>
public sealed class JointEventPart
{
    private JointEventPart()
    {
    }

    internal JointEventPart(Guid agencyId) => AgencyId = agencyId;

    public Guid JointEventId { get; private set; }
    public Guid AgencyId { get; private set; }
    public DateTimeOffset? InvitedAt { get; internal set; }
    public DateOnly? SponsorSince { get; internal set; }

    /// <summary>The version of the norms that it last acknowledged.</summary>
    public int? NormsAcknowledged { get; internal set; }
    public DateOnly? NormsAcknowledgedOn { get; internal set; }
}
