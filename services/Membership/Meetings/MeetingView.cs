namespace Membership.Meetings;

/// <summary>A meeting, for those who take part in it.</summary>
/// <param name="OccurrenceOn">The day that its series gives: its identity there, also when it is moved.</param>
/// <param name="Begins">The instant; it follows from the local time and the zone.</param>
/// <param name="Invited">The agencies that are invited; left out where all members are.</param>
/// <param name="Differs">Moved or renamed, so that its series no longer changes it.</param>
/// <param name="CommentsUntil">Until when invited agencies may comment on the agenda.</param>
public sealed record MeetingView(
    Guid Id, Guid TaskForceId, Guid? CommitteeId, Guid? SeriesId, DateOnly? OccurrenceOn, string Title, DateOnly On, TimeOnly StartsAt,
    int DurationMinutes, string TimeZone, DateTimeOffset Begins, DateTimeOffset Ends, string? Place, IReadOnlyList<Guid>? Invited, MeetingState State,
    bool Differs, DateOnly? AgendaOpenedOn, DateTimeOffset? CommentsUntil, int? MinutesNumber, DateOnly? MinutesApprovedOn, Guid? MinutesApprovedBy,
    string? CancelReason)
{
    internal static MeetingView Of(Meeting meeting) => new(
        meeting.Id, meeting.TaskForceId, meeting.CommitteeId, meeting.SeriesId, meeting.OccurrenceOn, meeting.Title, meeting.On, meeting.StartsAt,
        meeting.DurationMinutes, meeting.TimeZone, meeting.Begins, meeting.Begins.AddMinutes(meeting.DurationMinutes), meeting.Place,
        meeting.InvitesAll ? null : [.. meeting.Invitations.Select(invitation => invitation.AgencyId).Order()], meeting.State, meeting.Differs,
        meeting.AgendaOpenedOn, meeting.CommentsUntil, meeting.MinutesNumber == 0 ? null : meeting.MinutesNumber, meeting.MinutesApprovedOn,
        meeting.MinutesApprovedBy, meeting.CancelReason);
}
