using CaseReferral.Storage;
using Contracts;
using Contracts.Membership;
using ServiceDefaults.Messaging;

namespace CaseReferral.Directory;

/// <summary>Keeps who may be referred to. What an agency left behind is returned by <see cref="Referrals.OpenReferralWatch"/>.</summary>
internal sealed class AgencyMemberships(CaseReferralDb db) : IReactTo<AgencyJoined>, IReactTo<AgencyLeft>
{
    public async Task ReactAsync(AgencyJoined fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        var membership = await db.Memberships.FindAsync([fact.TaskForceId, fact.AgencyId], cancellationToken);
        if (membership is null) db.Memberships.Add(new Membership { TaskForceId = fact.TaskForceId, AgencyId = fact.AgencyId });
        else membership.LeftOn = null;
    }

    public async Task ReactAsync(AgencyLeft fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        var membership = await db.Memberships.FindAsync([fact.TaskForceId, fact.AgencyId], cancellationToken);
        if (membership is not null) membership.LeftOn = fact.LeftOn;
    }
}
