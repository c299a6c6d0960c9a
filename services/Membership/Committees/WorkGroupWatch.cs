using Membership.Leadership;
using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Work;

namespace Membership.Committees;

/// <summary>
/// Writes down the end of work groups whose last day has passed. They read as ended from that day anyway; this makes it
/// part of the minutes of change. Two replicas at once: one wins, the other comes again.
/// </summary>
internal sealed class WorkGroupWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderSettings> settings, ILogger<WorkGroupWatch> logger)
    : PeriodicWorker(settings.Value.Every, scopes, time, logger)
{
    private const int Batch = 100;

    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        var db = services.GetRequiredService<MembershipDb>();
        while (await EndSomeAsync(db, stopping) == Batch) db.ChangeTracker.Clear();
    }

    /// <returns>How many were looked at.</returns>
    private async Task<int> EndSomeAsync(MembershipDb db, CancellationToken cancellationToken)
    {
        var today = Time.Day();
        var over = await db.Committees.Where(group => group.EndedOn == null && group.EndsOn < today)
            .OrderBy(group => group.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var group in over)
        {
            group.End(CommitteeEndReason.TimeUp, group.EndsOn!.Value);
            db.StructureChanges.Add(StructureChange.Of(group, StructureChangeKind.WorkGroupEnded, group.EndsOn.Value, new(Time.GetUtcNow(), By: null)));
        }

        await db.SaveChangesAsync(cancellationToken);
        return over.Count;
    }
}
