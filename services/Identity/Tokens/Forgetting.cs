using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Work;

namespace Identity.Tokens;

/// <summary>Clears away assertions that expired and failures that are long past.</summary>
internal sealed class Forgetting(
    IServiceScopeFactory scopes, IOptions<IdentitySettings> settings, TimeProvider time, ILogger<Forgetting> logger)
    : PeriodicWorker(Every, scopes, time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        var db = services.GetRequiredService<IdentityDb>();
        var now = Time.GetUtcNow();
        var longPast = now - settings.Value.ForgetFailuresAfter;
        await db.UsedAssertions.Where(assertion => assertion.ExpiresAt <= now).ExecuteDeleteAsync(stopping);
        await db.FailedAttempts.Where(attempts => attempts.LastAt < longPast).ExecuteDeleteAsync(stopping);
    }
}
