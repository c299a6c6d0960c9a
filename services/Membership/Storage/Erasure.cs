using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Membership.Storage;

/// <summary>
/// Sees to it that what is deleted or changed for good is also gone from the database's files: the bytes of a row that is
/// gone would stay until something happens to be written over them. How, <see cref="DatabaseFiles"/> knows.
/// </summary>
internal sealed partial class Erasure(IServiceScopeFactory scopes, ILogger<Erasure> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Type, bool> asked = new();
    private readonly Channel<bool> requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Deletes it with the next save, and erases it behind that.</summary>
    public void Remove(MembershipDb db, object entity)
    {
        BehindSave(db, entity.GetType());
        db.Remove(entity);
    }

    /// <summary>Erases what the next save changes in these tables.</summary>
    public void BehindSave(MembershipDb db, params Type[] entities) => db.SavedChanges += (_, _) => Ask(entities);

    /// <summary>Erases what was deleted or changed in these tables just now.</summary>
    public void Ask(params Type[] entities)
    {
        foreach (var entity in entities) asked[entity] = true;
        requests.Writer.TryWrite(true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a process that was killed had still to do.
        Ask(typeof(Seats.SurvivorStatus), typeof(Pulse.PulseRound), typeof(Pulse.PulseTally), typeof(Pulse.PulseTokenGiven), typeof(Pulse.PulseTokenUsed));
        await foreach (var _ in requests.Reader.ReadAllAsync(stoppingToken))
        {
            var entities = asked.Keys.ToArray();
            foreach (var entity in entities) asked.TryRemove(entity, out var _);
            while (!await EraseAsync(entities, stoppingToken)) await Task.Delay(Again, stoppingToken);
            // Once more: a request that is repeatable commits a moment after its save.
            await Task.Delay(Again, stoppingToken);
            while (!await EraseAsync(entities, stoppingToken)) await Task.Delay(Again, stoppingToken);
        }
    }

    /// <summary>False where somebody is in the way: then it is tried again.</summary>
    private async Task<bool> EraseAsync(Type[] entities, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
            return await db.EraseAsync(entities, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failed(exception.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deleted rows could not be erased yet ({Error}); it is tried again.")]
    private partial void Failed(string error);
}
