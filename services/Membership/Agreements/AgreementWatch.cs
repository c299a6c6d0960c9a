using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Work;

namespace Membership.Agreements;

/// <summary>
/// Notes and tells that agreements have expired. Readers need not wait for it: they go by the days. Each is saved against
/// its version, so replicas and people at the same moment do no harm.
/// </summary>
internal sealed class AgreementWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderSettings> settings, ILogger<AgreementWatch> logger)
    : PeriodicWorker(settings.Value.Every, scopes, time, logger)
{
    private const int Batch = 100;

    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        var db = services.GetRequiredService<MembershipDb>();
        while (await ExpireSomeAsync(db, stopping) == Batch)
        {
            // A backlog after a long stop is worked off without a pause.
        }
    }

    private async Task<int> ExpireSomeAsync(MembershipDb db, CancellationToken cancellationToken)
    {
        var today = Time.Day();
        var over = await db.Agreements.Where(agreement => agreement.State == AgreementState.Effective && agreement.ExpiresOn < today)
            .OrderBy(agreement => agreement.Id).Select(agreement => new { agreement.TaskForceId, agreement.Id }).Take(Batch).ToListAsync(cancellationToken);
        var noted = 0;
        foreach (var one in over)
        {
            db.ChangeTracker.Clear();
            if (await db.FindAgreementAsync(one.TaskForceId, one.Id, cancellationToken) is not { } agreement || !agreement.Expire(today)) continue;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                noted++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another replica noted it a moment ago.
            }
        }

        return noted;
    }
}
