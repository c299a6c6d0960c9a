using System.Threading.RateLimiting;

namespace Identity.Tokens;

/// <summary>
/// Verifying a secret costs a core tens of milliseconds. No more run at once than there are cores and no more wait than are
/// done in a few seconds, so that a flood of attempts costs those who send it an error, and nobody else their service.
/// </summary>
internal sealed class VerificationGate : IDisposable
{
    private readonly ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount),
        QueueLimit = 64 * Environment.ProcessorCount,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) => limiter.AcquireAsync(1, cancellationToken);

    public void Dispose() => limiter.Dispose();
}
