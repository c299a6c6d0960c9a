using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Agencies.Reviews;

/// <summary>Reminds an agency when the review of its role and limits is due, and once more when it is overdue.</summary>
internal sealed class ReviewReminders(MembershipDb db) : IRemind
{
    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Read whole before the first is handed on: what raises them uses the time between for its own saves.
        foreach (var row in await OverdueReviews.Of(db.Members, db, today).AsNoTracking().ToListAsync(cancellationToken))
        {
            var review = row.At(today);
            yield return new DueReminder(
                row.Hub, review.TaskForceId, review.AgencyId, null, ReminderKind.CardReview, review.MemberId,
                review.State == ReviewState.Overdue ? 1 : 0, review.DueOn);
        }
    }
}
