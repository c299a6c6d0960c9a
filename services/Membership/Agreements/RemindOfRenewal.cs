using Contracts;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Agreements;

/// <summary>Reminds the parties and the coordinator 90, 60 and 30 days before an agreement expires: time to renew it by an amendment.</summary>
internal sealed class RemindOfRenewal(MembershipDb db) : IRemind
{
    private static readonly int[] Steps = [30, 60, 90];

    /// <summary>It was amended, or it ended otherwise; or whoever it reminds has left it.</summary>
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.Kind == ReminderKind.AgreementRenewal
        && !db.Agreements.Any(agreement => agreement.Id == reminder.SubjectId && agreement.State == AgreementState.Effective
            && agreement.ExpiresOn == reminder.DueOn
            && (reminder.AgencyId == null || agreement.Parties.Any(party => party.AgencyId == reminder.AgencyId && party.LastDay == null))));

    public async IAsyncEnumerable<DueReminder> DueAsync(
        DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = today.AddDays(Steps[^1]);
        var expiring = await db.Agreements.AsNoTracking().Include(agreement => agreement.Parties)
            .Where(agreement => agreement.State == AgreementState.Effective && agreement.ExpiresOn >= today && agreement.ExpiresOn <= until)
            .ToListAsync(cancellationToken);
        foreach (var agreement in expiring)
        {
            var left = agreement.ExpiresOn!.Value.DayNumber - today.DayNumber;
            // Only the nearest: whoever hears late of an end in 20 days is not told three times.
            var step = Steps.First(days => left <= days);
            foreach (var agency in agreement.Parties.Where(party => party.LastDay is null).Select(party => (Guid?)party.AgencyId).Append(null))
                yield return new DueReminder(agreement.Hub, agreement.TaskForceId, agency, null, ReminderKind.AgreementRenewal, agreement.Id, step, agreement.ExpiresOn.Value);
        }
    }
}
