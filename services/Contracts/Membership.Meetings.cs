namespace Contracts.Membership;

/// <summary>A meeting took place.</summary>
/// <param name="CommitteeId">The committee or work group that met; none where it was the task force.</param>
/// <param name="InvitedAgencies">How many agencies were asked to come.</param>
/// <param name="AttendingAgencies">Those that came, each once.</param>
public sealed record MeetingHeld(
    Guid MeetingId, Guid TaskForceId, DateOnly HeldOn, Guid? CommitteeId, int InvitedAgencies, IReadOnlyList<Guid> AttendingAgencies) : IEvent;

/// <summary>Who came to a meeting was corrected: this replaces what <see cref="MeetingHeld"/> said.</summary>
public sealed record AttendanceCorrected(Guid MeetingId, Guid TaskForceId, DateOnly HeldOn, IReadOnlyList<Guid> AttendingAgencies) : IEvent;

/// <summary>A joint event was published: its sponsors shaped it, and acknowledged its norms.</summary>
public sealed record JointEventPublished(
    Guid JointEventId, Guid TaskForceId, Guid OrganizerAgencyId, IReadOnlyList<Guid> CoSponsors, DateOnly TakesPlaceOn, DateOnly PublishedOn,
    IReadOnlyList<FourP> Focus) : IEvent;
