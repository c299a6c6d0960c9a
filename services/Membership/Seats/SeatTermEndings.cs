using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Seats;

/// <summary>Reminds the agency and the coordinator, a month before, that a seat's term ends: time to extend it, or to say who follows.</summary>
internal sealed class SeatTermEndings(MembershipDb db) : IRemind
{
    private const int NoticeDays = 30;

    /// <summary>The seat ended, or its term is another one now.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.TermEnding
        && db.Seats.Any(seat => seat.Id == reminder.SubjectId && (seat.EndedAt != null || seat.TermEndsOn != reminder.DueOn)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = today.AddDays(NoticeDays);
        var due = db.Seats.AsNoTracking()
            .Where(seat => seat.EndedAt == null && seat.TermEndsOn <= until)
            .Select(seat => new { seat.Hub, seat.TaskForceId, seat.AgencyId, seat.Id, seat.TermEndsOn })
            .AsAsyncEnumerable();
        await foreach (var term in due.WithCancellation(cancellationToken))
        {
            var (kind, endsOn) = (ReminderKind.TermEnding, term.TermEndsOn!.Value);
            yield return new(term.Hub, term.TaskForceId, term.AgencyId, term.Id, kind, term.Id, 0, endsOn);
            yield return new(term.Hub, term.TaskForceId, null, null, kind, term.Id, 0, endsOn);
        }
    }
}
