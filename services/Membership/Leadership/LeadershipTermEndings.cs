using System.Runtime.CompilerServices;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Leadership;

/// <summary>Reminds a leader, two months before, that the term ends: time to choose who follows.</summary>
internal sealed class LeadershipTermEndings(MembershipDb db) : IRemind
{
    private const int NoticeDays = 60;

    /// <summary>Whoever held the position holds it no more, or for another term.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.TermEnding
        && db.LeadershipPositions.Any(position => position.Id == reminder.SubjectId
            && (position.EndedOn != null || position.TermEndsOn != reminder.DueOn)));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = today.AddDays(NoticeDays);
        var due = db.LeadershipPositions.AsNoTracking()
            .Where(position => position.SeatId != null && position.EndedOn == null && position.TermEndsOn <= until)
            .Select(position => new { position.Hub, position.TaskForceId, position.AgencyId, position.SeatId, position.Id, position.TermEndsOn })
            .AsAsyncEnumerable();
        await foreach (var term in due.WithCancellation(cancellationToken))
        {
            yield return new(
                term.Hub, term.TaskForceId, term.AgencyId, term.SeatId, ReminderKind.TermEnding, term.Id, 0, term.TermEndsOn!.Value);
        }
    }
}
