using Contracts;

namespace CaseReferral.Referrals;

/// <summary>
/// A referral as its receiver sees it: the need alone. A type of its own, so that neither the client's id or code nor
/// why the sender took it back can slip through. What it tells of the person (languages, area, risks, age and gender) is
/// there to decide by and to serve by: once the receiver declined, or the sender took it back, it needs that no longer,
/// and only what was asked of the agency remains.
/// </summary>
public sealed record ReceivedReferral(
    Guid Id, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId,
    IReadOnlyList<ServiceType> Services, IReadOnlyList<string>? Languages, string? Area, Urgency Urgency,
    IReadOnlyList<RiskFlag>? RiskFlags, AgeBand? AgeBand, Gender? Gender,
    ReferralState State, DateOnly MadeOn, DateTimeOffset RespondBy, DateTimeOffset? AnsweredAt,
    DeclineReason? DeclineReason, bool Overdue)
{
    internal static ReceivedReferral Of(Referral referral)
    {
        var person = referral.State is ReferralState.AwaitingResponse or ReferralState.Accepted ? referral.Need : null;
        return new(
            referral.Id, referral.TaskForceId, referral.FromAgencyId, referral.ToAgencyId,
            referral.Need.Services, person?.Languages, person?.Area, referral.Need.Urgency,
            person?.RiskFlags, person?.AgeBand, person?.Gender,
            referral.State, DateOnly.FromDateTime(referral.MadeAt.UtcDateTime), referral.RespondBy, referral.AnsweredAt,
            referral.DeclineReason, referral.Overdue);
    }
}
