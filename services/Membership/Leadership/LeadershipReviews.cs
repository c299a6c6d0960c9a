using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Leadership;

/// <summary>Reminds the coordinator that how the task force is led is to be looked at again: when it is due, and when it is overdue.</summary>
internal sealed class LeadershipReviews(MembershipDb db) : IRemind
{
    /// <summary>It was looked at, and stands until another day; or another arrangement follows it.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.LeadershipReview
        && db.LeadershipArrangements.Any(arrangement => arrangement.Id == reminder.SubjectId
            && (arrangement.ReviewOn != reminder.DueOn || arrangement.SupersededFrom != null)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = today.AddDays(LeadershipArrangement.ReviewNoticeDays);
        var due = db.LeadershipArrangements.AsNoTracking()
            .Where(arrangement => arrangement.InForceFrom <= today && arrangement.ReviewOn <= until && arrangement.SupersededFrom == null)
            .Select(arrangement => new { arrangement.Hub, arrangement.TaskForceId, arrangement.Id, arrangement.ReviewOn })
            .AsAsyncEnumerable();
        await foreach (var review in due.WithCancellation(cancellationToken))
        {
            yield return new(
                review.Hub, review.TaskForceId, null, null, ReminderKind.LeadershipReview, review.Id, review.ReviewOn < today ? 1 : 0, review.ReviewOn);
        }
    }
}
