using System.Data.Common;
using Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Messaging.Faults;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Following;

/// <summary>What the database knows of a followed stream, and where its outcasts go.</summary>
internal sealed class StreamState(IServiceScopeFactory scopes, FollowSettings settings, IBus bus, TimeProvider time)
{
    public Task<long> WatermarkAsync(StreamName stream, CancellationToken cancellationToken) => WithDbAsync(db =>
        db.Watermarks.Where(mark => mark.Service == stream.Service && mark.Hub == stream.Hub).Select(mark => mark.Position).SingleOrDefaultAsync(cancellationToken));

    public Task<bool> IsFaultedAsync(StreamName stream, CancellationToken cancellationToken) => WithDbAsync(db =>
        OpenFaults(db, stream).AnyAsync(cancellationToken));

    /// <returns>Whether the stream now waits for ops; not where the database would not take the fault either.</returns>
    public async Task<bool> TryRecordFaultAsync(StreamName stream, EventNotAppliedException error, int attempts, CancellationToken cancellationToken)
    {
        try
        {
            return await WithDbAsync(db => RecordFaultAsync(db, stream, error, attempts, cancellationToken));
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task<bool> RecordFaultAsync(
        ServiceDb db, StreamName stream, EventNotAppliedException error, int attempts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var position = error.Entry.Position;
        var fault = await db.Faults.SingleOrDefaultAsync(known => known.Kind == FaultKind.NotApplied
            && known.Service == stream.Service && known.Hub == stream.Hub && known.Position == position, cancellationToken);
        if (fault is null)
        {
            db.Faults.Add(fault = new JournalFault
            {
                Kind = FaultKind.NotApplied, Service = stream.Service, Hub = stream.Hub, Position = position,
                EventType = error.Entry.Type, Error = "", FirstAt = now,
            });
        }

        fault.State = FaultState.Open;
        fault.Error = FaultError.Of(error.InnerException!);
        fault.Attempts += attempts;
        fault.LastAt = now;
        await db.SaveChangesAsync(cancellationToken);
        JournalTelemetry.Faults.Add(1);
        return true;
    }

    /// <summary>What no journal vouches for, beyond the head that its feed shows, is noted in the error queue for ops to look at.</summary>
    public async Task RefuseUnvouchedAsync(StreamName stream, IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0) return;
        var known = settings.Covers(stream) && await WatermarkAsync(stream, cancellationToken) > 0;
        var errors = await ErrorsAsync();
        foreach (var entry in entries)
        {
            await errors.Send(new RefusedMessage(
                "NotInJournal", time.GetUtcNow(), known ? stream.Service : null, known ? stream.Hub : null, entry.Position, entry.EventId), cancellationToken);
        }
    }

    /// <summary>Notes a message that could not even be read.</summary>
    public async Task RefuseAsync(string reason, long? bytes, CancellationToken cancellationToken) =>
        await (await ErrorsAsync()).Send(new RefusedMessage(reason, time.GetUtcNow(), Bytes: bytes), cancellationToken);

    private Task<ISendEndpoint> ErrorsAsync() => bus.GetSendEndpoint(new Uri($"queue:{settings.Queue}_error"));

    internal static IQueryable<JournalFault> OpenFaults(ServiceDb db, StreamName stream) => db.Faults.Where(fault =>
        fault.Kind == FaultKind.NotApplied && fault.State == FaultState.Open && fault.Service == stream.Service && fault.Hub == stream.Hub);

    private async Task<T> WithDbAsync<T>(Func<ServiceDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ServiceDb>());
    }
}
