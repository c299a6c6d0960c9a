using Contracts;

namespace Membership.Meetings.JointEvents;

/// <summary>An agency's part in a joint event.</summary>
/// <param name="InvitedOn">Since when it was asked to shape it.</param>
/// <param name="IsMember">Whether it takes part in the task force; a sponsor that has left keeps an event from being published.</param>
/// <param name="NormsAcknowledged">The version of the norms that it acknowledged last.</param>
public sealed record JointEventPartView(Guid AgencyId, bool IsMember, DateOnly? InvitedOn, bool Sponsor, int? NormsAcknowledged, DateOnly? NormsAcknowledgedOn);

/// <summary>An event of several agencies.</summary>
/// <param name="Agenda">A draft until it is published.</param>
/// <param name="Norms">What all who sponsor it hold to.</param>
/// <param name="NormsVersion">What a sponsor acknowledges: 0 where there are no norms yet, and raised by each change of them or of the plan.</param>
/// <param name="Missing">What stands between a draft and the public.</param>
public sealed record JointEventView(
    Guid Id, Guid TaskForceId, Guid OrganizerAgencyId, string Title, DateOnly On, string? Place, string Agenda, IReadOnlyList<FourP> Focus,
    DateTimeOffset CommentsUntil, string? Norms, int NormsVersion, IReadOnlyList<JointEventPartView> Parts, JointEventState State,
    IReadOnlyList<MissingForPublication> Missing, DateOnly? PublishedOn, string? CancelReason)
{
    internal static JointEventView Of(JointEvent jointEvent, JointEventNeeds needs) => new(
        jointEvent.Id, jointEvent.TaskForceId, jointEvent.OrganizerAgencyId, jointEvent.Title, jointEvent.On, jointEvent.Place, jointEvent.Agenda,
        jointEvent.Focus, jointEvent.CommentsUntil, jointEvent.Norms, jointEvent.NormsVersion,
        [.. jointEvent.Parts.OrderBy(part => part.AgencyId).Select(part => new JointEventPartView(
            part.AgencyId, needs.Members.Contains(part.AgencyId), part.InvitedAt?.Day(), part.SponsorSince is not null, part.NormsAcknowledged, part.NormsAcknowledgedOn))],
        jointEvent.State, jointEvent.State == JointEventState.Draft ? needs.MissingIn(jointEvent) : [], jointEvent.PublishedOn, jointEvent.CancelReason);
}
