using ServiceDefaults.Storage;

namespace Membership.Meetings.Agenda;

public enum AgendaItemKind { Discussion, Decision, Training, Report, Review, FollowUp }

/// <summary>What somebody wants the meeting to take up, and who speaks for it.</summary>
/// <param name="CourseTitle">The training's, for a <see cref="AgendaItemKind.Training"/>.</param>
public sealed record AgendaContent(string Title, AgendaItemKind Kind, int? Minutes, Guid? SponsorAgencyId, Guid? SponsorSeatId, string? CourseTitle);

/// <summary>A place on a meeting's agenda. The meeting's day is kept with it, so that voices can be counted over time.</summary>
public sealed class AgendaItem : Entity
{
    public const int TitleLength = 300;

    /// <summary>How many may be proposed for one meeting, far more than one can take up.</summary>
    public const int Most = 200;

    private AgendaItem()
    {
    }

    public Guid TaskForceId { get; private set; }
    public Guid MeetingId { get; private set; }
    public DateOnly MeetingOn { get; private set; }
    public int Place { get; private set; }
    public string Title { get; private set; } = "";
    public AgendaItemKind Kind { get; private set; }
    public int? Minutes { get; private set; }

    /// <summary>None where the coordinator or the platform put it there.</summary>
    public Guid? ProposedByAgencyId { get; private set; }

    public Guid? SponsorAgencyId { get; private set; }
    public Guid? SponsorSeatId { get; private set; }

    /// <summary>Whoever was to speak has left, and nobody stood in: somebody must be found.</summary>
    public bool NeedsSponsor { get; private set; }

    public string? CourseTitle { get; private set; }

    /// <summary>The action item that is followed up here.</summary>
    public Guid? ActionItemId { get; private set; }

    /// <summary>The agency whose card is to be reviewed here.</summary>
    public Guid? ReviewedAgencyId { get; private set; }

    /// <summary>Null where the meeting's agenda takes nothing more.</summary>
    internal static AgendaItem? Put(Meeting meeting, AgendaContent content, Guid? proposedBy, Guid? actionItemId = null, Guid? reviewedAgencyId = null)
    {
        if (meeting.ChangeAgenda() is not { } place) return null;
        var item = new AgendaItem
        {
            TaskForceId = meeting.TaskForceId, MeetingId = meeting.Id, MeetingOn = meeting.On, Place = place, ProposedByAgencyId = proposedBy,
            ActionItemId = actionItemId, ReviewedAgencyId = reviewedAgencyId,
        };
        item.Replace(content);
        return item;
    }

    internal void Replace(AgendaContent content)
    {
        (Title, Kind, Minutes, CourseTitle) = (content.Title, content.Kind, content.Minutes, content.CourseTitle);
        (SponsorAgencyId, SponsorSeatId, NeedsSponsor) = (content.SponsorAgencyId, content.SponsorSeatId, false);
    }

    /// <summary>The agenda is gone through in another order.</summary>
    internal void PlaceAt(int place) => Place = place;

    /// <summary>The meeting was moved.</summary>
    internal void MoveTo(DateOnly day) => MeetingOn = day;

    /// <summary>Who was to speak has left: the alternate speaks, or somebody must be found.</summary>
    internal void HandOver(Guid? toSeatId) => (SponsorSeatId, NeedsSponsor) = (toSeatId, toSeatId is null);
}
