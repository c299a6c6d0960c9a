using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Storage;

namespace Membership.Reminders;

/// <summary>
/// Raises what is due. Keeps nothing in memory, so a restart loses nothing; a reminder's own key lets it be raised once,
/// however many replicas look.
/// </summary>
internal sealed partial class ReminderWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderSettings> settings, ILogger<ReminderWatch> logger) : BackgroundService
{
    private const int Batch = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.Every, time);
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var kind in scope.ServiceProvider.GetServices<IRemind>().Select(remind => remind.GetType()))
            {
                try
                {
                    await RaiseAsync(kind, stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // One kind that fails keeps none of the others from being said.
                    Failed(kind.Name, exception.GetType().Name);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RaiseAsync(Type kind, CancellationToken cancellationToken)
    {
        await using var asking = scopes.CreateAsyncScope();
        var remind = asking.ServiceProvider.GetServices<IRemind>().Single(remind => remind.GetType() == kind);
        var today = time.Day();
        await foreach (var due in remind.DueAsync(today, cancellationToken).Chunk(Batch).WithCancellation(cancellationToken))
            await RaiseAsync(due, today, cancellationToken);
    }

    private async Task RaiseAsync(IReadOnlyList<DueReminder> due, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders of {Kind} failed ({Error}) and are tried again at the next turn.")]
    private partial void Failed(string kind, string error);
}
