namespace Membership.Members;

/// <summary>
/// Where a membership stands. Provisional: takes part, and does not vote yet. Suspended: its access rests, its seats
/// stay. Ended is for good; the agency may apply again.
/// </summary>
public enum MemberState { Provisional, Active, Suspended, Ended }

/// <summary>How a membership ended: at the agency's own wish, by the task force's decision, or because nobody of it was left.</summary>
public enum MemberEndReason { Left, Removed, Gone }
