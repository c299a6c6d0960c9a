using CaseReferral.Storage;
using Contracts;
using Contracts.Membership;
using ServiceDefaults.Messaging;

namespace CaseReferral.Directory;

/// <summary>Keeps what a sender is warned of before it refers to an agency. A warning, never a refusal: who is not ready may still be the only one there is.</summary>
internal sealed class AgencyGaps(CaseReferralDb db) : IReactTo<ReadinessGapOpened>, IReactTo<ReadinessGapCured>
{
    public async Task ReactAsync(ReadinessGapOpened fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.AgencyGaps.FindAsync([fact.GapId], cancellationToken) is not null) return;
        db.AgencyGaps.Add(new AgencyGap
        {
            GapId = fact.GapId, TaskForceId = fact.TaskForceId, AgencyId = fact.AgencyId, Kind = fact.Kind, Since = fact.OpenedOn,
        });
    }

    public async Task ReactAsync(ReadinessGapCured fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.AgencyGaps.FindAsync([fact.GapId], cancellationToken) is { } gap) db.AgencyGaps.Remove(gap);
    }
}
