namespace Identity.Keys;

/// <summary>Rotates keys in time. Every replica runs it: the number of a key decides who made it.</summary>
internal sealed class KeyRotationWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeyRotationWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<KeyRotation>().KeepUpAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The present key goes on signing; the next round tries again.
                logger.LogError(exception, "Keys could not be rotated.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
