using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Commitments;

/// <summary>
/// Reminds an agency of what it has not done yet, in three gentle steps: when the last third of the period begins, a week
/// before its end, and after it. The words are the reader's.
/// </summary>
internal sealed class RemindOfCommitment(MembershipDb db) : IRemind
{
    public const int LastThird = 1;
    public const int WeekBefore = 2;
    public const int AfterEnd = 3;

    /// <summary>It is kept, or nobody owes the period any more, for the commitment ends on another day. What is only claimed may yet be refused.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.CommitmentDue
        && db.Commitments.Any(commitment => commitment.Id == reminder.SubjectId
            && (commitment.EndsOn < reminder.DueOn || (commitment.Period == Period.Once && commitment.EndsOn != reminder.DueOn)
                || db.CommitmentTallies.Any(tally => tally.CommitmentId == commitment.Id && tally.AgencyId == reminder.AgencyId
                    && tally.LastDay == reminder.DueOn && tally.Fulfilled >= commitment.CountDue))));

    /// <summary>How long after its end a period is still spoken of.</summary>
    private const int DaysAfter = 30;

    public async IAsyncEnumerable<DueReminder> DueAsync(
        DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = today.AddDays(-DaysAfter);
        var taskForces = await db.Commitments
            .Where(commitment => commitment.StartsOn <= today && (commitment.EndsOn == null || commitment.EndsOn >= from))
            .Select(commitment => commitment.TaskForceId).Distinct().ToListAsync(cancellationToken);
        foreach (var taskForce in taskForces)
        {
            var ledger = await Ledger.ReadAsync(db, taskForce, null, from, today, cancellationToken);
            // What was claimed waits for the coordinator, not for the agency.
            foreach (var line in ledger.Lines().Where(line => line.Open > line.Claimed))
            {
                if (StepOn(line.Span, today) is not { } step) continue;
                yield return new DueReminder(
                    line.Commitment.Hub, taskForce, line.AgencyId, null, ReminderKind.CommitmentDue, line.Commitment.Id, step, line.Span.Last);
            }
        }
    }

    private static int? StepOn(DueSpan span, DateOnly today) =>
        today > span.Last ? AfterEnd
        : today >= span.Last.AddDays(-7) ? WeekBefore
        : today >= span.LastThird ? LastThird
        : null;
}
