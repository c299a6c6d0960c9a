using Membership.Members;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Storage;
using ServiceDefaults.Work;

namespace Membership.Reminders;

/// <summary>
/// Raises what is due. Keeps nothing in memory, so a restart loses nothing; a reminder's own key lets it be raised once,
/// however many replicas look.
/// </summary>
internal sealed partial class ReminderWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderSettings> settings, ILogger<ReminderWatch> logger)
    : PeriodicWorker(settings.Value.Every, scopes, time, logger)
{
    private const int Batch = 200;

    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        var failures = new List<Exception>();
        foreach (var kind in services.GetServices<IRemind>().Select(remind => remind.GetType()))
        {
            try
            {
                await RaiseAsync(kind, stopping);
            }
#pragma warning disable CA1031 // one kind that fails keeps none of the others from being said
            catch (Exception exception) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failed(kind.Name, exception.GetType().Name);
                failures.Add(exception);
            }
        }

        if (failures.Count > 0) throw new AggregateException(failures);
    }

    private async Task RaiseAsync(Type kind, CancellationToken cancellationToken)
    {
        await using var asking = Scopes.CreateAsyncScope();
        var remind = asking.ServiceProvider.GetServices<IRemind>().Single(remind => remind.GetType() == kind);
        var today = Time.Day();
        await foreach (var due in remind.DueAsync(today, cancellationToken).Chunk(Batch).WithCancellation(cancellationToken))
            await RaiseAsync(due, today, cancellationToken);
        await PutAsideAsync(remind.Settled, asking.ServiceProvider.GetRequiredService<MembershipDb>(), cancellationToken);
    }

    private async Task PutAsideAsync(IQueryable<Reminder> settled, MembershipDb db, CancellationToken cancellationToken)
    {
        try
        {
            List<Reminder> aside;
            do
            {
                aside = await settled.Where(reminder => reminder.DismissedAt == null).OrderBy(reminder => reminder.Id).Take(Batch).ToListAsync(cancellationToken);
                foreach (var reminder in aside) reminder.Dismiss(Time.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
            }
            while (aside.Count == Batch);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another replica or whoever it reminds was at the same one; what is left comes at the next turn.
        }
    }

    private async Task RaiseAsync(IReadOnlyList<DueReminder> due, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = Scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        due = await ToMembersAsync(db, due, cancellationToken);
        var keys = due.Select(reminder => reminder.Key).ToList();
        var said = await db.Reminders.Where(reminder => keys.Contains(reminder.Key)).Select(reminder => reminder.Key).ToHashSetAsync(cancellationToken);
        db.Reminders.AddRange(due.Where(reminder => said.Add(reminder.Key)).Select(reminder => Reminder.Raise(reminder, today)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // Another replica was at the same ones; what it did not raise comes at the next turn.
        }
    }

    /// <summary>Without those of agencies that take no part: who was suspended is reminded when it is back.</summary>
    private static async Task<IReadOnlyList<DueReminder>> ToMembersAsync(MembershipDb db, IReadOnlyList<DueReminder> due, CancellationToken cancellationToken)
    {
        var agencies = due.Select(reminder => reminder.AgencyId).OfType<Guid>().Distinct().ToList();
        var members = await db.Members.Where(Member.TakesPart).Where(member => agencies.Contains(member.AgencyId))
            .Select(member => new ValueTuple<Guid, Guid>(member.TaskForceId, member.AgencyId)).ToHashSetAsync(cancellationToken);
        return [.. due.Where(reminder => reminder.AgencyId is not { } agency || members.Contains((reminder.TaskForceId, agency)))];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders of {Kind} failed ({Error}) and are tried again at the next turn.")]
    private partial void Failed(string kind, string error);
}
