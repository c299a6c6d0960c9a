using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Agencies.Reviews;

/// <summary>Reminds an agency when the review of its role and limits is due, and once more when it is overdue.</summary>
internal sealed class ReviewReminders(MembershipDb db) : IRemind
{
    private const int Batch = 200;

    /// <summary>What is overdue is reckoned by months of unequal length: who is near it is looked at again.</summary>
    private const int Near = 3;

    /// <summary>Role and limits were gone through, so that the next review is on another day; or the membership ended.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.CardReview
        && (db.MemberCards.Any(card => card.MemberId == reminder.SubjectId && card.ReviewDueOn != reminder.DueOn)
            || db.Members.Any(member => member.Id == reminder.SubjectId && member.LeftAt != null)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        List<OverdueReviews.Row> batch;
        do
        {
            batch = await NotSaidAfter(last, today).ToListAsync(cancellationToken);
            foreach (var row in batch)
            {
                var review = row.At(today);
                yield return new DueReminder(
                    row.Hub, review.TaskForceId, review.AgencyId, null, ReminderKind.CardReview, review.MemberId,
                    review.State == ReviewState.Overdue ? 1 : 0, review.DueOn);
            }

            if (batch.Count > 0) last = batch[^1].MemberId;
        }
        while (batch.Count == Batch);
    }

    private IQueryable<OverdueReviews.Row> NotSaidAfter(Guid last, DateOnly today)
    {
        var overdueBefore = today.AddDays(-ReviewCycle.DaysOfGrace);
        var joinedBefore = new DateTimeOffset(overdueBefore.AddMonths(-ReviewCycle.Months).AddDays(Near).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return OverdueReviews.Of(db.Members, db, today)
            .Where(row => row.MemberId > last && !db.Reminders.Any(said =>
                said.SubjectId == row.MemberId && said.Kind == ReminderKind.CardReview && (row.DueOn == null || said.DueOn == row.DueOn)
                && (said.Step == 1 || (row.DueOn == null ? row.JoinedAt >= joinedBefore : row.DueOn >= overdueBefore))))
            .OrderBy(row => row.MemberId).Take(Batch).AsNoTracking();
    }
}
