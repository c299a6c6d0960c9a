using MassTransit;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging.Faults;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Relay;

/// <summary>
/// A message that the broker refuses while it is otherwise well is set aside after its attempts, seen by ops as a fault,
/// and holds nobody up: consumers find the gap and read the fact from the feed.
/// </summary>
internal sealed class Quarantine(ServiceName service, IBusControl bus, TimeProvider time)
{
    public const int Attempts = 5;

    private readonly Dictionary<string, (long Position, int Attempts)> failing = [];

    /// <returns>Whether the row is set aside now, and its stream goes on.</returns>
    public async Task<bool> TakeAsync(ServiceDb db, JournalRow row, Exception error, CancellationToken cancellationToken)
    {
        // An attempt while the broker is away says nothing about the message.
        if (error is OperationCanceledException || bus.CheckHealth().Status != BusHealthStatus.Healthy) return false;

        var position = row.Position!.Value;
        var attempts = failing.TryGetValue(row.Hub, out var last) && last.Position == position ? last.Attempts + 1 : 1;
        failing[row.Hub] = (position, attempts);
        if (attempts < Attempts) return false;

        failing.Remove(row.Hub);
        await RecordAsync(db, row, error, cancellationToken);
        return true;
    }

    private async Task RecordAsync(ServiceDb db, JournalRow row, Exception error, CancellationToken cancellationToken)
    {
        var known = await db.Faults.AnyAsync(fault => fault.Kind == FaultKind.NotPublished && fault.Service == service.Value
            && fault.Hub == row.Hub && fault.Position == row.Position, cancellationToken);
        if (known) return;

        var now = time.GetUtcNow();
        db.Faults.Add(new JournalFault
        {
            Kind = FaultKind.NotPublished, Service = service.Value, Hub = row.Hub, Position = row.Position!.Value, EventType = row.Type,
            Error = FaultError.Of(error), Attempts = Attempts, FirstAt = now, LastAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        JournalTelemetry.Faults.Add(1);
    }
}
