using Contracts;
using Contracts.Membership;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Meetings.JointEvents;

public enum JointEventState { Draft, Published, Cancelled }

/// <summary>What an event is to be.</summary>
public sealed record JointEventPlan(string Title, DateOnly On, string? Place, string Agenda, IReadOnlyList<FourP> Focus);

/// <summary>
/// An event of several agencies. Its agenda is a draft for all who are invited from the first moment, and it is published
/// only with sponsors who could shape it and who acknowledged the norms that they hold in common. Each verb is false, and
/// changes nothing, where the state does not allow it.
/// </summary>
public sealed class JointEvent : Entity
{
    public const int TitleLength = 200;
    public const int PlaceLength = 500;
    public const int AgendaLength = 8000;
    public const int NormsLength = 4000;
    public const int ReasonLength = 500;

    private readonly List<JointEventPart> parts = [];

    private JointEvent()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid OrganizerAgencyId { get; private set; }
    public string Title { get; private set; } = "";
    public DateOnly On { get; private set; }
    public string? Place { get; private set; }
    public string Agenda { get; private set; } = "";
    public IReadOnlyList<FourP> Focus { get; private set; } = [];
    public DateTimeOffset CommentsUntil { get; private set; }

    /// <summary>What all who sponsor it hold to; none yet where the version is 0.</summary>
    public string? Norms { get; private set; }

    /// <summary>What a sponsor acknowledges: raised by other norms, and by another plan for which they were agreed on.</summary>
    public int NormsVersion { get; private set; }

    /// <summary>A stored number, so that every agency's part in it raises the version.</summary>
    public int PartChanges { get; private set; }

    public IReadOnlyList<JointEventPart> Parts => parts;
    public JointEventState State { get; private set; }
    public DateOnly? PublishedOn { get; private set; }
    public string? CancelReason { get; private set; }

    private IEnumerable<Guid> CoSponsors => parts.Where(IsCoSponsor).Select(part => part.AgencyId);

    internal static JointEvent Draft(
        TaskForce taskForce, Guid organizerAgencyId, JointEventPlan plan, IEnumerable<Guid> invited, DateTimeOffset commentsUntil, DateTimeOffset now)
    {
        var jointEvent = new JointEvent
        {
            Hub = taskForce.Hub, TaskForceId = taskForce.Id, OrganizerAgencyId = organizerAgencyId, CommentsUntil = commentsUntil,
        };
        jointEvent.Take(plan);
        jointEvent.PartOf(organizerAgencyId).SponsorSince = DateOnly.FromDateTime(now.UtcDateTime);
        jointEvent.Invite(invited, now);
        return jointEvent;
    }

    /// <summary>
    /// Another plan asks again: those invited have at least the shortest period to comment on it, and every sponsor
    /// acknowledges it anew. So nobody's name is on what was put in its place afterwards.
    /// </summary>
    public bool Change(JointEventPlan plan, TimeSpan shortestPeriod, DateTimeOffset now)
    {
        if (State != JointEventState.Draft) return false;
        if (IsPlanned(plan)) return true;
        Take(plan);
        if (CommentsUntil < now + shortestPeriod) CommentsUntil = now + shortestPeriod;
        if (NormsVersion > 0) NormsVersion++;
        return true;
    }

    /// <summary>More agencies that are asked to shape it.</summary>
    public bool Invite(IEnumerable<Guid> agencies, DateTimeOffset now)
    {
        if (State != JointEventState.Draft) return false;
        foreach (var agency in agencies.Where(agency => agency != OrganizerAgencyId)) PartOf(agency).InvitedAt ??= now;
        return true;
    }

    /// <summary>Longer, never shorter: nobody's time to answer is taken back.</summary>
    public bool Extend(DateTimeOffset commentsUntil)
    {
        if (State != JointEventState.Draft || commentsUntil < CommentsUntil) return false;
        CommentsUntil = commentsUntil;
        return true;
    }

    public bool TakesComments(DateTimeOffset now) => State == JointEventState.Draft && now < CommentsUntil;

    public bool IsInvited(Guid agencyId) => parts.Any(part => part.AgencyId == agencyId && part.InvitedAt is not null);

    public bool Sponsor(Guid agencyId, DateOnly on)
    {
        if (State != JointEventState.Draft) return false;
        PartOf(agencyId).SponsorSince ??= on;
        return true;
    }

    public bool Withdraw(Guid agencyId)
    {
        if (State != JointEventState.Draft || !CoSponsors.Contains(agencyId)) return false;
        PartOf(agencyId).SponsorSince = null;
        return true;
    }

    /// <summary>New norms ask every sponsor again.</summary>
    public bool Agree(string norms)
    {
        if (State != JointEventState.Draft) return false;
        if (norms == Norms) return true;
        (Norms, NormsVersion) = (norms, NormsVersion + 1);
        return true;
    }

    /// <summary>False where these are not the norms as they now are.</summary>
    public bool Acknowledge(Guid agencyId, int version, DateOnly on)
    {
        if (State != JointEventState.Draft || version != NormsVersion || NormsVersion == 0) return false;
        var part = PartOf(agencyId);
        (part.NormsAcknowledged, part.NormsAcknowledgedOn) = (version, on);
        return true;
    }

    /// <summary>What stands between the draft and the public.</summary>
    /// <param name="members">Who takes part in the task force.</param>
    public IReadOnlyList<MissingForPublication> Missing(IReadOnlySet<Guid> members, TimeSpan shortestPeriod, DateTimeOffset now)
    {
        var missing = new List<MissingForPublication>();
        if (now < CommentsUntil) missing.Add(new(PublicationNeed.CommentPeriodOver, null));
        if (!CoSponsors.Any()) missing.Add(new(PublicationNeed.CoSponsor, null));
        if (NormsVersion == 0) missing.Add(new(PublicationNeed.Norms, null));
        missing.AddRange(parts.Where(part => part.SponsorSince is not null && !members.Contains(part.AgencyId))
            .Select(part => new MissingForPublication(PublicationNeed.Membership, part.AgencyId)));
        // Whoever was asked when there was no time left to answer was not asked to shape it.
        missing.AddRange(parts.Where(part => IsCoSponsor(part) && !(part.InvitedAt + shortestPeriod <= CommentsUntil))
            .Select(part => new MissingForPublication(PublicationNeed.InvitationToShape, part.AgencyId)));
        if (NormsVersion > 0)
        {
            missing.AddRange(parts.Where(part => part.SponsorSince is not null && part.NormsAcknowledged != NormsVersion)
                .Select(part => new MissingForPublication(PublicationNeed.NormsAcknowledgement, part.AgencyId)));
        }

        return missing;
    }

    /// <summary>Once nothing is <see cref="Missing"/>.</summary>
    public bool Publish(DateTimeOffset now)
    {
        if (State != JointEventState.Draft) return false;
        (State, PublishedOn) = (JointEventState.Published, DateOnly.FromDateTime(now.UtcDateTime));
        Record(new JointEventPublished(Id, TaskForceId, OrganizerAgencyId, [.. CoSponsors.Order()], On, PublishedOn.Value, Focus), Hub, TaskForceId);
        return true;
    }

    public bool Cancel(string reason)
    {
        if (State == JointEventState.Cancelled) return false;
        (State, CancelReason) = (JointEventState.Cancelled, reason);
        return true;
    }

    private bool IsCoSponsor(JointEventPart part) => part.SponsorSince is not null && part.AgencyId != OrganizerAgencyId;

    private bool IsPlanned(JointEventPlan plan) =>
        (Title, On, Place, Agenda) == (plan.Title, plan.On, plan.Place, plan.Agenda) && Focus.SequenceEqual(plan.Focus.Distinct().Order());

    private void Take(JointEventPlan plan) =>
        (Title, On, Place, Agenda, Focus) = (plan.Title, plan.On, plan.Place, plan.Agenda, [.. plan.Focus.Distinct().Order()]);

    /// <summary>To be changed.</summary>
    private JointEventPart PartOf(Guid agencyId)
    {
        PartChanges++;
        if (parts.FirstOrDefault(part => part.AgencyId == agencyId) is { } known) return known;
        var part = new JointEventPart(agencyId);
        parts.Add(part);
        return part;
    }
}
