using ServiceDefaults.Access;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>What happened between an agency and a task force, from its application to the end of its membership.</summary>
public enum MemberStep
{
    Applied, Vetted, Withdrew, Refused, Admitted, Founded, Activated, Suspended, Reinstated,
    NoticeGiven, NoticeAnswered, NoticeWithdrawn, Removed, Left, Closed,
}

/// <summary>Who made a change, as the token says.</summary>
public sealed record ChangedBy(string Subject, string Role, Guid? AgencyId, Guid? SeatId)
{
    private static readonly string[] Considered = [Roles.HubAdmin, Roles.Coordinator, Roles.CoreGroup, Roles.AgencyAdmin];

    internal static ChangedBy Of(Caller caller) =>
        new(caller.Subject, Considered.FirstOrDefault(caller.Is) ?? "", caller.AgencyId, caller.SeatId);
}

/// <summary>One step of an agency's way through a task force: with its reason, date and who. Never changed.</summary>
public sealed class MemberChange : Entity, IInOrder
{
    public const int ReasonLength = 1000;

    private MemberChange()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public MemberStep Step { get; private set; }

    /// <summary>The membership's state behind it; none before there is one.</summary>
    public MemberState? State { get; private set; }

    /// <summary>
    /// In the words of whoever made it. Stays here. None where they stand elsewhere, as an application's statement and what
    /// vetting found do, and where none is owed: an agency may leave without a word.
    /// </summary>
    public string? Reason { get; private set; }

    /// <summary>The decision that carried it.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>Where it stands among the steps: later ones have higher numbers.</summary>
    public long Place { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }
    public string BySubject { get; private set; } = "";
    public string ByRole { get; private set; } = "";
    public Guid? ByAgencyId { get; private set; }
    public Guid? BySeatId { get; private set; }

    internal static MemberChange Of(Member member, MemberStep step, string? reason, ChangedBy by, DateTimeOffset now, Guid? decisionId = null) =>
        Of(member.Hub, member.TaskForceId, member.AgencyId, step, member.State, reason, by, now, decisionId);

    internal static MemberChange Of(
        string hub, Guid taskForceId, Guid agencyId, MemberStep step, MemberState? state, string? reason, ChangedBy by, DateTimeOffset now,
        Guid? decisionId = null) => new()
    {
        Place = PlaceInOrder.Next(now), Hub = hub, TaskForceId = taskForceId, AgencyId = agencyId, Step = step, State = state, Reason = reason, DecisionId = decisionId,
        ChangedAt = now, BySubject = by.Subject, ByRole = by.Role, ByAgencyId = by.AgencyId, BySeatId = by.SeatId,
    };
}
