using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Committees;

/// <summary>Reminds a work group's chair, or else the coordinator, two weeks before its last day, and when its time ran out.</summary>
internal sealed class WorkGroupEndings(MembershipDb db) : IRemind
{
    private const int NoticeDays = 14;

    /// <summary>It was given longer, its task is done or it was dissolved; or another has the chair, and is reminded.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.WorkGroupEnding
        && db.Committees.Any(group => group.Id == reminder.SubjectId
            && (group.EndsOn != reminder.DueOn || (group.EndedOn != null && group.EndReason != CommitteeEndReason.TimeUp)
                || group.ChairSeatId != reminder.SeatId)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = today.AddDays(NoticeDays);
        var due = db.Committees.AsNoTracking()
            .Where(group => group.EndsOn <= until && (group.EndedOn == null || group.EndReason == CommitteeEndReason.TimeUp))
            .Select(group => new
            {
                group.Hub, group.TaskForceId, group.Id, group.EndsOn, group.ChairSeatId,
                Agency = db.Seats.Where(seat => seat.Id == group.ChairSeatId).Select(seat => (Guid?)seat.AgencyId).FirstOrDefault(),
            })
            .AsAsyncEnumerable();
        await foreach (var group in due.WithCancellation(cancellationToken))
        {
            yield return new(
                group.Hub, group.TaskForceId, group.Agency, group.ChairSeatId, ReminderKind.WorkGroupEnding, group.Id,
                group.EndsOn < today ? 1 : 0, group.EndsOn!.Value);
        }
    }
}
