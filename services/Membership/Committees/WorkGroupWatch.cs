using Membership.Leadership;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Membership.Committees;

/// <summary>
/// Writes down the end of work groups whose last day has passed. They read as ended from that day anyway; this makes it
/// part of the minutes of change. Two replicas at once: one wins, the other comes again.
/// </summary>
internal sealed partial class WorkGroupWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderSettings> settings, ILogger<WorkGroupWatch> logger) : BackgroundService
{
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.Every);
        do
        {
            try
            {
                while (await EndAsync(stoppingToken) == Batch) { }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>How many were looked at.</returns>
    internal async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var today = time.Day();
        var over = await db.Committees.Where(group => group.EndedOn == null && group.EndsOn < today)
            .OrderBy(group => group.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var group in over)
        {
            group.End(CommitteeEndReason.TimeUp, group.EndsOn!.Value);
            db.StructureChanges.Add(StructureChange.Of(group, StructureChangeKind.WorkGroupEnded, group.EndsOn.Value));
        }

        await db.SaveChangesAsync(cancellationToken);
        return over.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work groups whose time is up could not be ended ({Error}); tried again at the next turn.")]
    private partial void Failed(string error);
}
