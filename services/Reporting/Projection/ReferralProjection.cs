using Microsoft.EntityFrameworkCore;
using Reporting.Directory;
using ServiceDefaults.Messaging.Rebuilding;
using ServiceDefaults.Storage;

namespace Reporting.Projection;

/// <summary>Everything that this service derives from others' facts.</summary>
internal sealed class ReferralProjection : IProjection
{
    public async Task EmptyAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        await db.Set<ReferralFact>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<ListedAgency>().ExecuteDeleteAsync(cancellationToken);
    }
}
