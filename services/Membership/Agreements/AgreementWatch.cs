using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Membership.Agreements;

/// <summary>
/// Notes and tells that agreements have expired. Readers need not wait for it: they go by the days. Each is saved against
/// its version, so replicas and people at the same moment do no harm.
/// </summary>
internal sealed partial class AgreementWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderSettings> settings, ILogger<AgreementWatch> logger) : BackgroundService
{
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.Every, time);
        do
        {
            try
            {
                while (await ExpireSomeAsync(stoppingToken) == Batch)
                {
                    // A backlog after a long stop is worked off without a pause.
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> ExpireSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var today = time.Day();
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The watch over agreements failed ({Error}) and tries again at its next turn.")]
    private partial void Failed(string error);
}
