using Contracts;

namespace Reporting.Projection;

/// <summary>What happened, as far as a figure counts it.</summary>
public enum Measure { Made, Accepted, Declined, Revoked, Overdue }

/// <summary>
/// One fact of the hub's referrals, as it is counted: once, in the month in which it happened, for the agency that did
/// it. Nothing that names a referral, a client or a person.
/// </summary>
public sealed class ReferralFact
{
    /// <summary>The fact's position in the hub's stream of case-referral: reading the stream again gives the same rows.</summary>
    public required long Position { get; init; }

    public required Measure Measure { get; init; }

    /// <summary>The first day of the month in which it happened.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The sender of what was made or revoked, the receiver of what was answered or left unanswered.</summary>
    public required Guid AgencyId { get; init; }

    public DeclineReason? Reason { get; init; }

    /// <summary>Hours from made to answered, of answers.</summary>
    public decimal? Hours { get; init; }
}
