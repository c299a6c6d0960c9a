using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Identity.Tokens;

/// <summary>Clears away assertions that expired and failures that are long past.</summary>
internal sealed class Forgetting(
    IServiceScopeFactory scopes, IOptions<IdentitySettings> settings, TimeProvider time, ILogger<Forgetting> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "What is past could not be cleared away.");
            }
        }
    }

    internal async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = time.GetUtcNow();
        var longPast = now - settings.Value.ForgetFailuresAfter;
        await db.UsedAssertions.Where(assertion => assertion.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        await db.FailedAttempts.Where(attempts => attempts.LastAt < longPast).ExecuteDeleteAsync(cancellationToken);
    }
}
