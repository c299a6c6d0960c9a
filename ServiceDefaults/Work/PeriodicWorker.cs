using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Audit;
using ServiceDefaults.Messaging;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Work;

/// <summary>
/// What a service does by itself from time to time: at the start, then at every interval, each turn in a scope of its own. A
/// turn that fails is logged by its kind and place alone, and the next is taken all the same. Every replica takes its turns:
/// what two must not do both, the work guards by versions and keys.
/// </summary>
public abstract partial class PeriodicWorker(TimeSpan every, IServiceScopeFactory scopes, TimeProvider time, ILogger logger) : BackgroundService
{
    protected TimeProvider Time => time;

    /// <summary>For work that needs a fresh scope within its turn.</summary>
    protected IServiceScopeFactory Scopes => scopes;

    /// <summary>One turn.</summary>
    /// <param name="services">Of this turn's scope.</param>
    protected abstract Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Undertaking.Begin(Undertaking.OfPlatform(EventName.Kebab(GetType().Assembly.GetName().Name!), EventName.Kebab(GetType().Name)));
        using var turns = WorkTelemetry.Watch(GetType().Name, time);
        using var timer = new PeriodicTimer(every, time);
        do
        {
            try
            {
                await using (var scope = scopes.CreateAsyncScope())
                    await TakeTurnAsync(scope.ServiceProvider, stoppingToken);
                turns.Succeeded();
            }
#pragma warning disable CA1031 // whatever it was, also a time-out that calls itself cancelled: it must not end the work
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (stoppingToken.IsCancellationRequested) return;
                turns.Failed();
                TurnFailed(GetType().Name, ExceptionTrace.Of(exception));
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed and takes its next turn all the same: {Error}")]
    private partial void TurnFailed(string work, string error);
}
