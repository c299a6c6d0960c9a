using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Calendar;

/// <summary>
/// A seat's calendar goes with the seat. The task force's own address is in the hands of everybody it was passed on to: when
/// somebody has left, the coordinator is reminded to make another and to revoke it, for who left reads on.
/// </summary>
internal sealed class SharedCalendarReminders(MembershipDb db) : IRemind
{
    /// <summary>The address is revoked, or took the place of one that is; or somebody else has left since, and it is spoken of anew.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.CalendarShared
        && (db.CalendarAddresses.Any(address => address.Id == reminder.SubjectId && (address.RevokedOn != null
                || (address.MadeOn == reminder.DueOn && db.CalendarAddresses.Any(
                    other => other.TaskForceId == address.TaskForceId && other.SeatId == null && other.RevokedOn >= reminder.DueOn))))
            || db.Reminders.Any(later => later.Kind == reminder.Kind && later.SubjectId == reminder.SubjectId && later.DueOn > reminder.DueOn)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shared = await db.CalendarAddresses.AsNoTracking().Where(address => address.SeatId == null && address.RevokedOn == null)
            .Select(address => new
            {
                address.Id, address.TaskForceId, address.MadeOn,
                db.TaskForces.Single(taskForce => taskForce.Id == address.TaskForceId).Hub,
                LeftAt = db.Seats.Where(seat => seat.TaskForceId == address.TaskForceId).Max(seat => seat.EndedAt),
                RevokedOn = db.CalendarAddresses.Where(other => other.TaskForceId == address.TaskForceId && other.SeatId == null).Max(other => other.RevokedOn),
            })
            .ToListAsync(cancellationToken);
        foreach (var address in shared)
        {
            // On the very day it is the new address, where another was revoked, and else the one that the person knew.
            if (address.LeftAt?.Day() is { } left && (left > address.MadeOn || (left == address.MadeOn && !(address.RevokedOn >= left))))
                yield return new(address.Hub, address.TaskForceId, null, null, ReminderKind.CalendarShared, address.Id, 0, left);
        }
    }
}
