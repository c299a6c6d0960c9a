using CaseReferral.Storage;
using Contracts;
using Contracts.Membership;
using ServiceDefaults.Messaging;

namespace CaseReferral.Directory;

/// <summary>
/// Keeps who may be referred to. What an agency left behind when it went or was suspended is returned by
/// <see cref="Referrals.OpenReferralWatch"/>.
/// </summary>
internal sealed class AgencyMemberships(CaseReferralDb db)
    : IReactTo<AgencyJoined>, IReactTo<AgencyLeft>, IReactTo<AgencySuspended>, IReactTo<AgencyReinstated>
{
    public async Task ReactAsync(AgencyJoined fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await FindAsync(fact.TaskForceId, fact.AgencyId, cancellationToken) is { } membership)
            (membership.LeftOn, membership.SuspendedOn) = (null, null);
        else
            db.Memberships.Add(new Membership { TaskForceId = fact.TaskForceId, AgencyId = fact.AgencyId });
    }

    public async Task ReactAsync(AgencyLeft fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await FindAsync(fact.TaskForceId, fact.AgencyId, cancellationToken) is { } membership) membership.LeftOn = fact.LeftOn;
    }

    public async Task ReactAsync(AgencySuspended fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await FindAsync(fact.TaskForceId, fact.AgencyId, cancellationToken) is { } membership) membership.SuspendedOn = fact.SuspendedOn;
    }

    public async Task ReactAsync(AgencyReinstated fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await FindAsync(fact.TaskForceId, fact.AgencyId, cancellationToken) is { } membership) membership.SuspendedOn = null;
    }

    private ValueTask<Membership?> FindAsync(Guid taskForceId, Guid agencyId, CancellationToken cancellationToken) =>
        db.Memberships.FindAsync([taskForceId, agencyId], cancellationToken);
}
