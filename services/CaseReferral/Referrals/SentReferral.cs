using CaseReferral.Directory;
using Contracts;

namespace CaseReferral.Referrals;

/// <summary>A referral as its sender sees it.</summary>
/// <param name="NeedsAttention">Overdue, or back because nobody of the receiver will answer: refer elsewhere.</param>
/// <param name="Contact">Only while the person to call at the receiving agency is new and still being shown how things are done.</param>
/// <param name="RespondBy">When an answer is due.</param>
public sealed record SentReferral(
    Guid Id, Guid ClientId, Guid TaskForceId, Guid FromAgencyId, Guid ToAgencyId,
    IReadOnlyList<ServiceType> Services, IReadOnlyList<string> Languages, string? Area, Urgency Urgency,
    IReadOnlyList<RiskFlag> RiskFlags, AgeBand AgeBand, Gender Gender,
    ReferralState State, DateOnly MadeOn, DateTimeOffset RespondBy, DateTimeOffset? AnsweredAt,
    DeclineReason? DeclineReason, RevocationReason? RevocationReason,
    bool NeedsAttention, bool Overdue, bool ReceiverGone, ContactView? Contact)
{
    /// <summary>What keeps the receiver from being ready for what a protocol expects of it; only while its answer is awaited.</summary>
    public IReadOnlyList<ReadinessGapKind> Warnings { get; init; } = [];

    internal static SentReferral Of(Referral referral, NewContacts contacts) => new(
        referral.Id, referral.ClientId, referral.TaskForceId, referral.FromAgencyId, referral.ToAgencyId,
        referral.Need.Services, referral.Need.Languages, referral.Need.Area, referral.Need.Urgency,
        referral.Need.RiskFlags, referral.Need.AgeBand, referral.Need.Gender,
        referral.State, DateOnly.FromDateTime(referral.MadeAt.UtcDateTime), referral.RespondBy, referral.AnsweredAt,
        referral.DeclineReason, referral.RevocationReason,
        referral.NeedsAttention, referral.Overdue, referral.ReceiverGone,
        contacts.Of(referral.TaskForceId, referral.ToAgencyId));
}
