using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Handovers;

/// <summary>Reminds the agency and the coordinator when somebody new has not been shown everything within a month.</summary>
internal sealed class OpenOrientations(MembershipDb db) : IRemind
{
    private const int Days = 30;

    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.OrientationOpen
        && db.Orientations.Any(orientation => orientation.Id == reminder.SubjectId && (orientation.CompletedOn != null || orientation.EndedOn != null)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var openedBefore = today.AddDays(-Days);
        var open = db.Orientations.AsNoTracking()
            .Where(orientation => orientation.CompletedOn == null && orientation.EndedOn == null && orientation.OpenedOn < openedBefore)
            .Select(orientation => new
            {
                orientation.Hub, orientation.TaskForceId, orientation.AgencyId, orientation.SeatId, orientation.Id, orientation.OpenedOn,
            })
            .AsAsyncEnumerable();
        await foreach (var one in open.WithCancellation(cancellationToken))
        {
            var (kind, dueOn) = (ReminderKind.OrientationOpen, one.OpenedOn.AddDays(Days));
            yield return new(one.Hub, one.TaskForceId, one.AgencyId, one.SeatId, kind, one.Id, 0, dueOn);
            yield return new(one.Hub, one.TaskForceId, null, null, kind, one.Id, 0, dueOn);
        }
    }
}
