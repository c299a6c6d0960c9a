using CaseReferral.Referrals;
using CaseReferral.Storage;
using Contracts;
using Microsoft.EntityFrameworkCore;

namespace CaseReferral.Directory;

/// <summary>What the sender is warned of while an agency's answer is awaited: why it is not ready for what a protocol expects of it.</summary>
internal static class ReadinessWarnings
{
    /// <summary>The same referrals with their warnings, all read at once. Once one is answered or taken back, there is nothing to be warned of.</summary>
    public static async Task<IReadOnlyList<SentReferral>> WarnedAsync(
        this CaseReferralDb db, IReadOnlyList<SentReferral> sent, CancellationToken cancellationToken)
    {
        var open = sent.Where(referral => referral.State == ReferralState.AwaitingResponse).ToList();
        var (taskForces, agencies) = (open.Select(referral => referral.TaskForceId).ToHashSet(), open.Select(referral => referral.ToAgencyId).ToHashSet());
        var gaps = (await db.AgencyGaps.AsNoTracking()
            .Where(gap => taskForces.Contains(gap.TaskForceId) && agencies.Contains(gap.AgencyId)).ToListAsync(cancellationToken))
            .ToLookup(gap => (gap.TaskForceId, gap.AgencyId), gap => gap.Kind);
        return [.. sent.Select(referral => open.Contains(referral)
            ? referral with { Warnings = [.. gaps[(referral.TaskForceId, referral.ToAgencyId)].Distinct().Order()] } : referral)];
    }

    public static async Task<SentReferral> WarnedAsync(this CaseReferralDb db, SentReferral sent, CancellationToken cancellationToken) =>
        (await db.WarnedAsync([sent], cancellationToken))[0];
}
