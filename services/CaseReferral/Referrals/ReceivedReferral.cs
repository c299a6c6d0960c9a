using Contracts;

namespace CaseReferral.Referrals;

/// <summary>
/// A referral as its receiver sees it: the need alone. A type of its own, so that neither the client's id or code nor
/// why the sender took it back can slip through.
/// </summary>
public sealed record ReceivedReferral(
    Guid Id, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId,
    IReadOnlyList<ServiceType> Services, IReadOnlyList<string> Languages, string? Area, Urgency Urgency,
    IReadOnlyList<RiskFlag> RiskFlags, AgeBand AgeBand, Gender Gender,
    ReferralState State, DateOnly MadeOn, DateTimeOffset RespondBy, DateTimeOffset? AnsweredAt,
    DeclineReason? DeclineReason, bool Overdue)
{
    internal static ReceivedReferral Of(Referral referral) => new(
        referral.Id, referral.TaskForceId, referral.FromAgencyId, referral.ToAgencyId,
        referral.Need.Services, referral.Need.Languages, referral.Need.Area, referral.Need.Urgency,
        referral.Need.RiskFlags, referral.Need.AgeBand, referral.Need.Gender,
        referral.State, DateOnly.FromDateTime(referral.MadeAt.UtcDateTime), referral.RespondBy, referral.AnsweredAt,
        referral.DeclineReason, referral.Overdue);
}
