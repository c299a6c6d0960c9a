using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reporting.Storage;
using ServiceDefaults.Messaging.Feed;

namespace Reporting.Reading;

/// <summary>Asks the sources every few seconds how far their journals reach, and notes when we had read all of it.</summary>
internal sealed partial class FullReadings(
    IServiceScopeFactory scopes, IHttpClientFactory clients, IOptions<ReportingOptions> options, TimeProvider time, ILogger<FullReadings> log) : BackgroundService
{
    private static readonly string[] Sources = ["membership", "case-referral"];
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WorthNoting = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
#pragma warning disable CA1031 // a source or the database that is away is asked again; until then nothing newer is given out
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                NotKnown(exception.GetType().Name);
            }

            await Task.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        var last = await db.FullReadings.SingleOrDefaultAsync(cancellationToken);
        if (last is not null && at - last.At < WorthNoting)
            return;

        foreach (var source in Sources)
        {
            var heads = await clients.CreateClient(source).GetFromJsonAsync<List<StreamHead>>("/journal", cancellationToken) ?? [];
            foreach (var head in heads.Where(head => head.Hub == options.Value.Hub && head.Head > 0))
            {
                var read = await db.Watermarks.AsNoTracking().Where(mark => mark.Service == head.Service && mark.Hub == head.Hub)
                    .Select(mark => mark.Position).SingleOrDefaultAsync(cancellationToken);
                if (read < head.Head)
                    return;
            }
        }

        if (last is null)
            db.FullReadings.Add(new FullReading { At = at });
        else
            last.At = at;
        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Debug, "Not known whether everything is read: {Error}")]
    private partial void NotKnown(string error);
}
