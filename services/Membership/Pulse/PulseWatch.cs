using Membership.Reminders;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Membership.Pulse;

/// <summary>When a round has closed, forgets who was given a token, which were used, and what they were made with.</summary>
internal sealed partial class PulseWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReminderSettings> settings, ILogger<PulseWatch> logger) : BackgroundService
{
    private static readonly byte[] Destroyed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.Every);
        do
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var today = time.Day();
        var closed = await db.PulseRounds.Where(round => round.ClosesOn < today && round.TokenKey != Destroyed)
            .Select(round => round.Id).ToListAsync(cancellationToken);
        foreach (var roundId in closed)
        {
            await db.PulseTokensGiven.Where(given => given.RoundId == roundId).ExecuteDeleteAsync(cancellationToken);
            await db.PulseTokensUsed.Where(used => used.RoundId == roundId).ExecuteDeleteAsync(cancellationToken);
            // Last: as long as it is there, the round is looked at again.
            await db.PulseRounds.Where(round => round.Id == roundId)
                .ExecuteUpdateAsync(round => round.SetProperty(forgotten => forgotten.TokenKey, Destroyed), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What closed rounds of the pulse survey no longer need could not be forgotten ({Error}); tried again at the next turn.")]
    private partial void Failed(string error);
}
