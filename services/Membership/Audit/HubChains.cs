using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Audit;
using ServiceDefaults.Storage;

namespace Membership.Audit;

/// <summary>Opens the audit's chain of each hub that was established before there was an audit. A new hub's is opened by its own save.</summary>
internal sealed class HubChains(MembershipDb db) : IBootstrap
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var without = await db.Hubs.Where(hub => !db.AuditHeads.Any(head => head.Hub == hub.Code)).Select(hub => hub.Code).ToListAsync(cancellationToken);
        db.AuditHeads.AddRange(without.Select(hub => new AuditHead { Hub = hub }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another that starts at the same moment opened them.
        }
    }
}
