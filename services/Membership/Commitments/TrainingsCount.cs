using Contracts;
using Contracts.Outreach;
using Membership.Storage;
using ServiceDefaults.Messaging;

namespace Membership.Commitments;

/// <summary>A training counts for the agency that held it, and for each agency that somebody completed it for; once for each training.</summary>
internal sealed class TrainingsCount(MembershipDb db) : IReactTo<TrainingHeld>, IReactTo<TrainingCompleted>
{
    public Task ReactAsync(TrainingHeld fact, JournalEntry entry, CancellationToken cancellationToken) => db.CountAsync(
        fact.TaskForceId, fact.HostAgencyId, CommitmentKind.HostTraining, FulfilmentSource.TrainingHeld, fact.TrainingId, fact.HeldOn, cancellationToken);

    public Task ReactAsync(TrainingCompleted fact, JournalEntry entry, CancellationToken cancellationToken) => db.CountAsync(
        fact.TaskForceId, fact.AgencyId, CommitmentKind.TakePartInTraining, FulfilmentSource.TrainingCompleted, fact.TrainingId, fact.CompletedOn,
        cancellationToken);
}
