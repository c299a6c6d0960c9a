using Membership.Members;
using ServiceDefaults.Storage;

namespace Membership.Agencies.Reviews;

/// <summary>What an agency is and is not in one task force: its role there, which differs from what it does in general, and its limits.</summary>
public sealed class MemberCard : Entity
{
    public const int TextLength = 2000;

    private readonly List<MemberLimit> limits = [];

    private MemberCard()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }

    /// <summary>This membership's, not that of an earlier one.</summary>
    public Guid MemberId { get; private set; }

    public string? Role { get; private set; }
    public string? Contributes { get; private set; }
    public string? Seeks { get; private set; }
    public IReadOnlyList<MemberLimit> Limits => limits;

    /// <summary>When role and limits were last confirmed; when the agency joined, as long as they have not been.</summary>
    public DateOnly ReviewedOn { get; private set; }

    /// <summary>Whether it has ever been reviewed.</summary>
    public bool Reviewed { get; private set; }

    /// <summary>Stored, so that what is due is found by an index.</summary>
    public DateOnly ReviewDueOn { get; private set; }

    /// <summary>A stored number, so that a change of a limit raises the version.</summary>
    public int Revision { get; private set; }

    /// <summary>The empty card of a new membership: its first review is due as if joining had been one.</summary>
    public static MemberCard For(Member member)
    {
        var joined = DateOnly.FromDateTime(member.JoinedAt.UtcDateTime);
        return new MemberCard
        {
            Hub = member.Hub, TaskForceId = member.TaskForceId, AgencyId = member.AgencyId, MemberId = member.Id,
            ReviewedOn = joined, ReviewDueOn = ReviewCycle.DueAfter(joined),
        };
    }

    /// <summary>Says role and limits. Not a review, but for the first time: whoever writes them down has just thought about them.</summary>
    public void Say(string role, string? contributes, string? seeks, IReadOnlyDictionary<LimitKind, string> bounds, DateOnly today)
    {
        var first = Role is null;
        (Role, Contributes, Seeks) = (role, contributes, seeks);
        limits.Become(bounds.Keys, limit => limit.Kind, kind => new MemberLimit(Id, kind));
        foreach (var limit in limits) limit.Become(bounds[limit.Kind]);
        Revision++;
        if (first) Review(today);
    }

    /// <summary>Role and limits were gone through, and are as they stand here.</summary>
    public void Review(DateOnly today)
    {
        if (Role is null) throw new InvalidOperationException("There is no role to review.");

        (Reviewed, ReviewedOn, ReviewDueOn) = (true, today, ReviewCycle.DueAfter(today));
        Revision++;
    }
}
