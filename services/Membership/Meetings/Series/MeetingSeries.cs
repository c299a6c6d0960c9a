using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Meetings.Series;

/// <summary>Meetings that come back. The rule stays; a group that meets in another rhythm ends one series and begins the next.</summary>
public sealed class MeetingSeries : Entity
{
    /// <summary>Four years of weekly meetings.</summary>
    public const int MostOccurrences = 208;

    private readonly List<SeriesInvitation> invitations = [];
    private List<DateOnly> skipped = [];

    private MeetingSeries()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid? CommitteeId { get; private set; }
    public string Title { get; private set; } = "";
    public string TimeZone { get; private set; } = "";
    public TimeOnly StartsAt { get; private set; }
    public int DurationMinutes { get; private set; }
    public string? Place { get; private set; }
    public Recurrence Recurrence { get; private set; } = null!;

    /// <summary>The first and the last day that the rule gives.</summary>
    public DateOnly FirstOn { get; private set; }
    public DateOnly LastOn { get; private set; }

    /// <summary>How many times, where it was counted and has not been ended early.</summary>
    public int? Count { get; private set; }

    /// <summary>Days of the rule without a meeting, such as holidays.</summary>
    public IReadOnlyList<DateOnly> Skipped { get => skipped; private set => skipped = [.. value]; }

    public bool InvitesAll { get; private set; }
    public IReadOnlyList<SeriesInvitation> Invitations => invitations;
    public IReadOnlyList<Guid> Invited => [.. invitations.Select(invitation => invitation.AgencyId)];
    public DateOnly? EndedOn { get; private set; }
    public int Sequence { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <param name="days">What the rule gives, skipped days included; at least one.</param>
    internal static MeetingSeries Begin(
        TaskForce taskForce, Guid? committeeId, string timeZone, Recurrence recurrence, IReadOnlyList<DateOnly> days, int? count,
        IReadOnlyList<DateOnly> skipped, DateTimeOffset now) => new()
        {
            Hub = taskForce.Hub, TaskForceId = taskForce.Id, CommitteeId = committeeId, TimeZone = timeZone, Recurrence = recurrence,
            FirstOn = days[0], LastOn = days[^1], Count = count, Skipped = [.. skipped.Distinct().Order()], ChangedAt = now,
        };

    internal void Set(string title, TimeOnly startsAt, int durationMinutes, string? place, IReadOnlyList<Guid>? invited, DateTimeOffset now)
    {
        // The first time is no change.
        if (Title.Length > 0) Sequence++;
        (Title, StartsAt, DurationMinutes, Place, ChangedAt) = (title, startsAt, durationMinutes, place, now);
        InvitesAll = invited is null;
        invitations.RemoveAll(invitation => invited?.Contains(invitation.AgencyId) is not true);
        var known = Invited;
        invitations.AddRange((invited ?? []).Distinct().Where(agency => !known.Contains(agency)).Select(agency => new SeriesInvitation(agency)));
    }

    /// <summary>No meetings after this day.</summary>
    public bool End(DateOnly lastOn, DateOnly on, DateTimeOffset now)
    {
        if (EndedOn is not null) return false;
        (LastOn, Count, EndedOn, ChangedAt) = (lastOn < LastOn ? lastOn : LastOn, null, on, now);
        Sequence++;
        return true;
    }

    internal LocalTime TimeOn(DateOnly day) => new(day, StartsAt, DurationMinutes, TimeZone);
}
