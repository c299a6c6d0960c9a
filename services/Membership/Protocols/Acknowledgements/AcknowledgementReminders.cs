using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Acknowledgements;

/// <summary>Reminds those who have not acknowledged a protocol in force: after 3, 7 and 14 days.</summary>
internal sealed class AcknowledgementReminders(MembershipDb db) : IRemind
{
    private static readonly int[] Steps = [3, 7, 14];

    /// <summary>It was given, or is not asked for any more; who was asked again since is reminded anew.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.ProtocolAcknowledgement
        && !db.ProtocolAcknowledgements.Any(asked => asked.VersionId == reminder.SubjectId && asked.SeatId == reminder.SeatId
            && asked.State == AcknowledgementState.Asked && asked.AskedOn < reminder.DueOn));

    public async IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var oldest = today.AddDays(-Steps[0]);
        var missing = db.ProtocolAcknowledgements.AsNoTracking()
            .Where(asked => asked.State == AcknowledgementState.Asked && asked.AskedOn <= oldest)
            .AsAsyncEnumerable().WithCancellation(cancellationToken);
        await foreach (var asked in missing)
        {
            foreach (var step in Steps.Where(step => asked.AskedOn.AddDays(step) <= today))
            {
                yield return new DueReminder(
                    asked.Hub, asked.TaskForceId, asked.AgencyId, asked.SeatId, ReminderKind.ProtocolAcknowledgement, asked.VersionId, step,
                    asked.AskedOn.AddDays(step));
            }
        }
    }
}
