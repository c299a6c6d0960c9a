using Contracts;

namespace Membership.Seats;

/// <summary>What a person may settle for the agency without asking it first.</summary>
public enum DecisionAuthority
{
    /// <summary>Speaks for the agency and takes every decision home.</summary>
    SpeaksOnly,

    /// <summary>Decides within limits that the agency has set; takes the rest home.</summary>
    WithinLimits,

    /// <summary>Decides for the agency.</summary>
    Full,
}

/// <summary>How a person sits: what may change while the person stays.</summary>
/// <param name="Role">What the person does in the task force, in its own words. Stays in this service.</param>
/// <param name="Authority">What the person may settle for the agency; null where nobody has said.</param>
/// <param name="InCoreGroup">Of those few who steer the task force.</param>
public sealed record SeatDuties(
    Involvement Involvement, string? Role, DecisionAuthority? Authority, bool InCoreGroup, DateOnly? TermStartsOn, DateOnly? TermEndsOn);
