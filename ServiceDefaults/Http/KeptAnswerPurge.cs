using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Access;
using ServiceDefaults.Storage;
using ServiceDefaults.Work;

namespace ServiceDefaults.Http;

/// <summary>Removes kept answers and removed clients' ended access once nobody can need them, a batch at a time: no lock is held for long.</summary>
internal sealed class KeptAnswerPurge(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeptAnswerPurge> logger)
    : PeriodicWorker(Every, scopes, time, logger)
{
    private const int Batch = 500;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        if (services.GetService<ServiceDb>() is { } db) await PurgeAsync(db, stopping);
    }

    internal async Task PurgeAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var answeredBefore = Time.GetUtcNow() - KeptAnswer.KeptFor;
        var endedBefore = Time.GetUtcNow() - EndedAccess.KeptFor;
        while (await db.KeptAnswers.Where(kept => kept.AnsweredAt <= answeredBefore)
                   .OrderBy(kept => kept.AnsweredAt).Take(Batch).ExecuteDeleteAsync(cancellationToken) == Batch)
        {
            await Task.Yield();
        }

        await db.EndedAccess.Where(ended => ended.EndedAt <= endedBefore && ended.Holder.StartsWith(EndedAccess.OfClients))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
