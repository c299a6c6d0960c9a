using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Relay;

/// <summary>
/// Publishes numbered facts with confirms, many in flight, outside any transaction, and then moves each stream's published
/// position in one statement. After a crash in between it publishes again: at least once.
/// </summary>
internal sealed partial class JournalPublisher(ServiceName service, IBusControl bus, Quarantine quarantine, ILogger<JournalPublisher> log)
{
    public const int BatchSize = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>How many facts the broker took; 0 where there were none or the broker is away.</returns>
    public async Task<int> PublishAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var behind = await db.JournalStreams.AsNoTracking().Where(stream => stream.Published < stream.Assigned).ToListAsync(cancellationToken);
        if (behind.Count == 0 || bus.CheckHealth().Status != BusHealthStatus.Healthy) return 0;

        var published = new List<(string Hub, long Position)>();
        var count = 0;
        foreach (var stream in behind)
        {
            var rows = await db.Journal.AsNoTracking()
                .Where(row => row.Hub == stream.Hub && row.Position > stream.Published)
                .OrderBy(row => row.Position).Take(BatchSize / behind.Count + 1).ToListAsync(cancellationToken);
            var taken = await PublishRunAsync(db, rows, cancellationToken);
            if (taken == 0) continue;
            published.Add((stream.Hub, stream.Published + taken));
            count += taken;
        }

        await MarkAsync(db, published, cancellationToken);
        return count;
    }

    /// <returns>How many rows from the start of the run are out (or quarantined): the stream goes on behind them.</returns>
    private async Task<int> PublishRunAsync(ServiceDb db, List<JournalRow> rows, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var sends = rows.ConvertAll(row => TryPublishAsync(row, patience.Token));
        var errors = await Task.WhenAll(sends);
        cancellationToken.ThrowIfCancellationRequested();

        var taken = Array.FindIndex(errors, error => error is not null);
        if (taken < 0) return rows.Count;
        NotPublished(rows[taken].Hub, rows[taken].Position!.Value, errors[taken]!.GetType().Name);
        return await quarantine.TakeAsync(db, rows[taken], errors[taken]!, cancellationToken) ? taken + 1 : taken;
    }

    private async Task<Exception?> TryPublishAsync(JournalRow row, CancellationToken cancellationToken)
    {
        try
        {
            using var activity = JournalTelemetry.Continue("journal relay", row.TraceParent, row.Type);
            await bus.Publish(row.ToEntry(service), context =>
            {
                context.MessageId = row.EventId;
                context.SetRoutingKey($"{row.Hub}.{service.Value}.{row.Type}");
            }, cancellationToken);
            return null;
        }
#pragma warning disable CA1031 // whatever goes wrong with one message must not stop the others of the run
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    /// <summary>Only ever forward: a relay that lost its lease meanwhile must not turn the next one back.</summary>
    private static async Task MarkAsync(ServiceDb db, List<(string Hub, long Position)> published, CancellationToken cancellationToken)
    {
        if (published.Count == 0) return;
        using var activity = JournalTelemetry.Mark();
        foreach (var (hub, position) in published)
        {
            await db.JournalStreams.Where(stream => stream.Hub == hub && stream.Published < position)
                .ExecuteUpdateAsync(set => set.SetProperty(stream => stream.Published, position), cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Position {Position} of hub {Hub} was not published: {Error}")]
    private partial void NotPublished(string hub, long position, string error);
}
