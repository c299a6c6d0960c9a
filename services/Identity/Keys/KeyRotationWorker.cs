using ServiceDefaults.Work;

namespace Identity.Keys;

/// <summary>
/// Rotates keys in time. Every replica runs it: the number of a key decides who made it. Where it fails, the present key
/// goes on signing.
/// </summary>
internal sealed class KeyRotationWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeyRotationWorker> logger)
    : PeriodicWorker(Every, scopes, time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping) =>
        services.GetRequiredService<KeyRotation>().KeepUpAsync(stopping);
}
