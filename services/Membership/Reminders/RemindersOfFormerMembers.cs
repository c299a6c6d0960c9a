using Membership.Storage;

namespace Membership.Reminders;

/// <summary>An agency that is no longer a member has nothing left to do here: whatever it was reminded of is put aside.</summary>
internal sealed class RemindersOfFormerMembers(MembershipDb db) : IRemind
{
    public IQueryable<Reminder> Settled => db.Reminders.Where(reminder => reminder.AgencyId != null
        && !db.Members.Any(member => member.TaskForceId == reminder.TaskForceId && member.AgencyId == reminder.AgencyId && member.LeftAt == null));

    public IAsyncEnumerable<DueReminder> DueAsync(DateOnly today, CancellationToken cancellationToken) => AsyncEnumerable.Empty<DueReminder>();
}
