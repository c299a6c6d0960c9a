using Contracts;
using Contracts.Membership;
using Reporting.Storage;
using ServiceDefaults.Messaging;

namespace Reporting.Directory;

/// <summary>Keeps agencies' names for display; rare, so it may look up.</summary>
public sealed class ListAgency(ReportingDb db) : IReactTo<AgencyListed>
{
    public async Task ReactAsync(AgencyListed fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.Agencies.FindAsync([fact.AgencyId], cancellationToken) is { } known)
            known.Name = fact.AgencyName;
        else
            db.Agencies.Add(new ListedAgency { AgencyId = fact.AgencyId, Name = fact.AgencyName, ListedOn = entry.OccurredOn });
    }
}
