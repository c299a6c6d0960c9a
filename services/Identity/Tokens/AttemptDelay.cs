using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Storage;

namespace Identity.Tokens;

/// <summary>
/// A growing delay for one address that fails as one client. It is no lock: the client itself, at its own address, is not
/// held up by what somebody else tries.
/// </summary>
internal sealed class AttemptDelay(IdentityDb db, IOptions<IdentitySettings> settings, TimeProvider time)
{
    /// <summary>What is still to wait, if anything, and whether the audit is yet to hear of it.</summary>
    public async Task<(TimeSpan Wait, bool ToAudit)?> AtAsync(string key, CancellationToken cancellationToken)
    {
        var failed = await db.FailedAttempts.AsNoTracking().SingleOrDefaultAsync(attempts => attempts.Key == key, cancellationToken);
        if (failed is null) return null;
        var wait = failed.LastAt + DelayAfter(failed.Count) - time.GetUtcNow();
        if (wait <= TimeSpan.Zero) return null;
        // Once per delay, or a flood of attempts would be a flood of audit entries.
        var toAudit = !failed.DelayAudited && await db.FailedAttempts
            .Where(attempts => attempts.Key == key && !attempts.DelayAudited)
            .ExecuteUpdateAsync(set => set.SetProperty(attempts => attempts.DelayAudited, true), cancellationToken) == 1;
        return (wait, toAudit);
    }

    public async Task CountFailureAsync(string key, CancellationToken cancellationToken)
    {
        if (await RaiseAsync(key, cancellationToken)) return;
        var first = new FailedAttempts { Key = key, Count = 1, LastAt = time.GetUtcNow() };
        db.Add(first);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            await RaiseAsync(key, cancellationToken);
        }
        finally
        {
            db.Entry(first).State = EntityState.Detached;
        }
    }

    /// <summary>After a success.</summary>
    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        db.FailedAttempts.Where(attempts => attempts.Key == key).ExecuteDeleteAsync(cancellationToken);

    internal TimeSpan DelayAfter(int failures)
    {
        if (failures < settings.Value.FreeAttempts) return TimeSpan.Zero;
        var seconds = Math.Pow(2, Math.Min(failures - settings.Value.FreeAttempts, 20));
        return TimeSpan.FromSeconds(Math.Min(seconds, settings.Value.LongestDelay.TotalSeconds));
    }

    private async Task<bool> RaiseAsync(string key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var forgotten = now - settings.Value.ForgetFailuresAfter;
        return await db.FailedAttempts.Where(attempts => attempts.Key == key).ExecuteUpdateAsync(set => set
            .SetProperty(attempts => attempts.Count, attempts => attempts.LastAt < forgotten ? 1 : attempts.Count + 1)
            .SetProperty(attempts => attempts.LastAt, now)
            .SetProperty(attempts => attempts.DelayAudited, false), cancellationToken) == 1;
    }
}
