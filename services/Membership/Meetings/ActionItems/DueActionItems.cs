using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Meetings.ActionItems;

/// <summary>Reminds of an action item a week before its day, on it, and a week after.</summary>
internal sealed class DueActionItems(MembershipDb db) : IRemind
{
    private const int Ahead = 7;

    /// <summary>One that is passed for longer comes up at the meetings; nobody is reminded of it for ever.</summary>
    private const int Behind = 30;

    /// <summary>It is done or dropped, due on another day, or another's.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.ActionItemDue
        && db.ActionItems.Any(item => item.Id == reminder.SubjectId
            && (item.State != ActionItemState.Open || item.DueOn != reminder.DueOn || item.OwnerAgencyId != reminder.AgencyId || item.OwnerSeatId != reminder.SeatId)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, until) = (today.AddDays(-Behind), today.AddDays(Ahead));
        var due = db.ActionItems.AsNoTracking().Where(item => item.State == ActionItemState.Open && item.DueOn >= from && item.DueOn <= until);
        await foreach (var item in due.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var days = item.DueOn.DayNumber - today.DayNumber;
            var step = days > 0 ? Ahead : days > -Ahead ? 0 : -Ahead;
            yield return new(item.Hub, item.TaskForceId, item.OwnerAgencyId, item.OwnerSeatId, ReminderKind.ActionItemDue, item.Id, step, item.DueOn);
        }
    }
}
