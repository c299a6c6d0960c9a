using CaseReferral.Storage;
using Contracts;
using Contracts.Membership;
using ServiceDefaults.Audit;
using ServiceDefaults.Messaging;

namespace CaseReferral.Audit;

/// <summary>Opens the audit chain of every hub that Membership tells of.</summary>
internal sealed class HubChains(CaseReferralDb db) : IReactTo<HubEstablished>, IReactTo<TaskForceFormed>
{
    public Task ReactAsync(HubEstablished fact, JournalEntry entry, CancellationToken cancellationToken) =>
        OpenAsync(fact.HubCode, cancellationToken);

    /// <summary>Comes by another stream, and may come first.</summary>
    public Task ReactAsync(TaskForceFormed fact, JournalEntry entry, CancellationToken cancellationToken) =>
        OpenAsync(fact.HubCode, cancellationToken);

    private async Task OpenAsync(string hub, CancellationToken cancellationToken)
    {
        if (await db.AuditHeads.FindAsync([hub], cancellationToken) is null) db.AuditHeads.Add(new AuditHead { Hub = hub });
    }
}
