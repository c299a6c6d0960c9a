using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Access;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Http;

/// <summary>Removes kept answers and ended access once nobody can need them, a batch at a time: no lock is held for long.</summary>
internal sealed partial class KeptAnswerPurge(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeptAnswerPurge> logger) : BackgroundService
{
    private const int Batch = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PurgeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
    }

    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<ServiceDb>() is not { } db)
            return;
        var answeredBefore = time.GetUtcNow() - KeptAnswer.KeptFor;
        var endedBefore = time.GetUtcNow() - EndedAccess.KeptFor;
        while (await db.KeptAnswers.Where(kept => kept.AnsweredAt <= answeredBefore)
                   .OrderBy(kept => kept.AnsweredAt).Take(Batch).ExecuteDeleteAsync(cancellationToken) == Batch)
        {
            await Task.Yield();
        }

        await db.EndedAccess.Where(ended => ended.EndedAt <= endedBefore).ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old answers could not be removed now")]
    private partial void LogFailed(Exception exception);
}
