namespace Membership.Agencies.Reviews;

/// <summary>What sets an agency bounds.</summary>
public enum LimitKind { Capacity, Jurisdiction, Legal, Expertise, Sharing }

/// <summary>What an agency cannot do in a task force, in its own words.</summary>
public sealed class MemberLimit
{
    private MemberLimit()
    {
    }

    internal MemberLimit(Guid memberCardId, LimitKind kind) => (MemberCardId, Kind) = (memberCardId, kind);

    public Guid MemberCardId { get; private set; }
    public LimitKind Kind { get; private set; }
    public string Text { get; private set; } = "";

    internal void Become(string text) => Text = text;
}
