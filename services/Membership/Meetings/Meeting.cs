using Contracts.Membership;
using Membership.Meetings.Series;
using ServiceDefaults.Storage;

namespace Membership.Meetings;

/// <summary>
/// A meeting: one by itself, or an occurrence of a series, which keeps its identity (<see cref="OccurrenceOn"/>) when it is
/// moved or cancelled. Each verb is false, and changes nothing, where the state does not allow it.
/// </summary>
public sealed class Meeting : Entity
{
    public const int TitleLength = 200;
    public const int PlaceLength = 500;
    public const int ReasonLength = 500;

    private readonly List<MeetingInvitation> invitations = [];

    private Meeting()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }

    /// <summary>The committee or work group that meets; none where it is the task force.</summary>
    public Guid? CommitteeId { get; private set; }

    public Guid? SeriesId { get; private set; }

    /// <summary>The day that the series' rule gives: the occurrence's identity, wherever it is moved.</summary>
    public DateOnly? OccurrenceOn { get; private set; }

    public string Title { get; private set; } = "";
    public DateOnly On { get; private set; }
    public TimeOnly StartsAt { get; private set; }
    public int DurationMinutes { get; private set; }
    public string TimeZone { get; private set; } = "";

    /// <summary>The instant, for lists and deadlines; follows from the local time.</summary>
    public DateTimeOffset Begins { get; private set; }

    /// <summary>A room or a link: for those who take part.</summary>
    public string? Place { get; private set; }

    /// <summary>Every member agency, whenever it joined; else those in <see cref="Invitations"/>.</summary>
    public bool InvitesAll { get; private set; }

    public IReadOnlyList<MeetingInvitation> Invitations => invitations;
    public MeetingState State { get; private set; }
    public DateOnly? AgendaOpenedOn { get; private set; }
    public DateTimeOffset? CommentsUntil { get; private set; }

    /// <summary>How often the agenda changed; a stored number, so that nothing is put on it at the moment it is settled.</summary>
    public int AgendaChanges { get; private set; }

    public DateOnly? HeldOn { get; private set; }
    public int AttendanceCorrections { get; private set; }

    /// <summary>The number of the latest text of the minutes.</summary>
    public int MinutesNumber { get; private set; }

    public DateOnly? MinutesApprovedOn { get; private set; }

    /// <summary>The decision, or the later meeting, by which the minutes were approved.</summary>
    public Guid? MinutesApprovedBy { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Not as its series has it.</summary>
    public bool Differs { get; private set; }

    /// <summary>Raised by what a calendar shows: iCalendar's SEQUENCE.</summary>
    public int Sequence { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public LocalTime Time => new(On, StartsAt, DurationMinutes, TimeZone);

    public bool WasHeld => State is MeetingState.Held or MeetingState.MinutesDrafted or MeetingState.MinutesApproved;

    private bool IsAhead => State is MeetingState.Draft or MeetingState.AgendaOpen or MeetingState.AgendaSettled;

    public bool HasInvited(Guid agencyId) => InvitesAll || invitations.Any(invitation => invitation.AgencyId == agencyId);

    internal static Meeting Plan(
        string hub, Guid taskForceId, Guid? committeeId, string title, LocalTime time, string? place, IReadOnlyList<Guid>? invited, DateTimeOffset now)
    {
        var meeting = new Meeting { Hub = hub, TaskForceId = taskForceId, CommitteeId = committeeId, ChangedAt = now };
        meeting.Set(title, time, place);
        meeting.Invite(invited);
        return meeting;
    }

    internal static Meeting Of(MeetingSeries series, DateOnly on, DateTimeOffset now)
    {
        var meeting = Plan(
            series.Hub, series.TaskForceId, series.CommitteeId, series.Title, series.TimeOn(on), series.Place,
            series.InvitesAll ? null : series.Invited, now);
        (meeting.SeriesId, meeting.OccurrenceOn) = (series.Id, on);
        return meeting;
    }

    /// <summary>Another title, time or place. What is held stays as it was.</summary>
    public bool Change(string title, LocalTime time, string? place, DateTimeOffset now)
    {
        if (!IsAhead) return false;
        if ((title, time, place) == (Title, Time, Place)) return true;

        Set(title, time, place);
        Differs = SeriesId is not null;
        Sequence++;
        ChangedAt = now;
        return true;
    }

    /// <summary>Others, or all members where none are named. An occurrence keeps them, whoever its series invites later.</summary>
    public bool InviteInstead(IReadOnlyList<Guid>? invited, DateTimeOffset now)
    {
        if (!IsAhead) return false;

        Invite(invited);
        Differs = SeriesId is not null;
        Sequence++;
        ChangedAt = now;
        return true;
    }

    /// <summary>Takes over what its series now says, unless it was changed by itself or its agenda is open already.</summary>
    internal void Follow(MeetingSeries series, DateTimeOffset now)
    {
        if (State != MeetingState.Draft || Differs || Begins <= now) return;
        Set(series.Title, series.TimeOn(OccurrenceOn!.Value), series.Place);
        Invite(series.InvitesAll ? null : series.Invited);
        ChangedAt = now;
    }

    public bool Cancel(string reason, DateTimeOffset now)
    {
        if (!IsAhead) return false;
        (State, CancelReason, ChangedAt) = (MeetingState.Cancelled, reason, now);
        Sequence++;
        return true;
    }

    /// <summary>Shows the draft of the agenda to all who are invited, who may comment until then.</summary>
    public bool OpenAgenda(DateTimeOffset commentsUntil, DateTimeOffset now)
    {
        if (State != MeetingState.Draft) return false;
        (State, CommentsUntil, AgendaOpenedOn) = (MeetingState.AgendaOpen, commentsUntil, DateOnly.FromDateTime(now.UtcDateTime));
        return true;
    }

    public bool TakesComments(DateTimeOffset now) => State == MeetingState.AgendaOpen && now < CommentsUntil;

    public bool SettleAgenda()
    {
        if (State != MeetingState.AgendaOpen) return false;
        State = MeetingState.AgendaSettled;
        return true;
    }

    /// <summary>The number of a change of the agenda; null once it is settled.</summary>
    internal int? ChangeAgenda() => State is MeetingState.Draft or MeetingState.AgendaOpen ? ++AgendaChanges : null;

    /// <summary>It took place: after a settled agenda, or without one having been opened at all.</summary>
    public bool Hold(int invitedAgencies, IReadOnlyList<Guid> attendingAgencies)
    {
        if (State is not (MeetingState.Draft or MeetingState.AgendaSettled)) return false;
        (State, HeldOn) = (MeetingState.Held, On);
        Record(new MeetingHeld(Id, TaskForceId, On, CommitteeId, invitedAgencies, attendingAgencies), Hub, TaskForceId);
        return true;
    }

    public bool CorrectAttendance(IReadOnlyList<Guid> attendingAgencies)
    {
        if (State is not (MeetingState.Held or MeetingState.MinutesDrafted)) return false;
        AttendanceCorrections++;
        Record(new AttendanceCorrected(Id, TaskForceId, HeldOn!.Value, attendingAgencies), Hub, TaskForceId);
        return true;
    }

    /// <summary>The number of the text that is to be the latest; null where minutes cannot be drafted.</summary>
    internal int? NextMinutes()
    {
        if (State is not (MeetingState.Held or MeetingState.MinutesDrafted)) return null;
        State = MeetingState.MinutesDrafted;
        return ++MinutesNumber;
    }

    public bool ApproveMinutes(Guid? approvedBy, DateOnly on)
    {
        if (State != MeetingState.MinutesDrafted) return false;
        (State, MinutesApprovedOn, MinutesApprovedBy) = (MeetingState.MinutesApproved, on, approvedBy);
        return true;
    }

    /// <summary>The number of a correction; null before there is something approved to correct.</summary>
    internal int? NextCorrection() => State == MeetingState.MinutesApproved ? ++MinutesNumber : null;

    private void Set(string title, LocalTime time, string? place)
    {
        (Title, Place) = (title, place);
        (On, StartsAt, DurationMinutes, TimeZone) = (time.On, time.StartsAt, time.DurationMinutes, time.TimeZone);
        Begins = time.Begins;
    }

    private void Invite(IReadOnlyList<Guid>? agencies)
    {
        InvitesAll = agencies is null;
        invitations.RemoveAll(invitation => agencies?.Contains(invitation.AgencyId) is not true);
        var known = invitations.Select(invitation => invitation.AgencyId).ToHashSet();
        invitations.AddRange((agencies ?? []).Distinct().Where(agency => !known.Contains(agency)).Select(agency => new MeetingInvitation(agency)));
    }
}
