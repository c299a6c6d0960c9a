using Contracts;
using Contracts.Outreach;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;

namespace Membership.Protocols.Readiness;

/// <summary>Keeps who has been trained, and cures the gaps that this cures.</summary>
internal sealed class Trainings(MembershipDb db) : IReactTo<TrainingCompleted>
{
    public async Task ReactAsync(TrainingCompleted fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        var known = await db.CompletedTrainings.FindAsync([fact.TrainingId, fact.SeatId], cancellationToken);
        if (known is null)
        {
            db.CompletedTrainings.Add(known = new CompletedTraining
            {
                TrainingId = fact.TrainingId, SeatId = fact.SeatId, TaskForceId = fact.TaskForceId, CompletedOn = fact.CompletedOn,
            });
        }

        (known.CompletedOn, known.ValidUntil) = (fact.CompletedOn, fact.ValidUntil);
        if (!known.CountsOn(entry.OccurredOn)) return;

        var gaps = await db.ReadinessGaps.Where(gap => gap.SeatId == fact.SeatId && gap.CuredOn == null
            && (gap.Kind == ReadinessGapKind.TrainingUnknown || gap.Kind == ReadinessGapKind.TrainingExpired)).ToListAsync(cancellationToken);
        foreach (var gap in gaps) gap.Close(GapEnd.Cured, entry.OccurredOn);
    }
}
