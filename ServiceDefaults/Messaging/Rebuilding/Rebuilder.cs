using Microsoft.EntityFrameworkCore;
using Polly;
using ServiceDefaults.Messaging.Feed;
using ServiceDefaults.Messaging.Following;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Rebuilding;

/// <summary>
/// Rebuilds the service's projections from the journals: empties them, sets the watermarks to 0 and reads the feeds, at
/// least to the heads known at the start. A crash in the middle loses nothing: the watermarks say where to go on.
/// </summary>
public sealed class Rebuilder
{
    private readonly FollowSettings settings;
    private readonly JournalReader reader;
    private readonly StreamFollowers followers;
    private readonly IEnumerable<IProjection> projections;
    private readonly TimeProvider time;

    internal Rebuilder(FollowSettings settings, JournalReader reader, StreamFollowers followers, IEnumerable<IProjection> projections, TimeProvider time) =>
        (this.settings, this.reader, this.followers, this.projections, this.time) = (settings, reader, followers, projections, time);

    /// <summary>Whether some of what the projections should hold is not there yet: figures would be wrong.</summary>
    public static Task<bool> IsRunningAsync(ServiceDb db, CancellationToken cancellationToken) =>
        db.Watermarks.AnyAsync(mark => mark.RebuildingTo != null, cancellationToken);

    /// <summary>
    /// Empties the projections within the caller's transaction, if it has one; or gives the rebuild that runs. Once that is
    /// committed, <see cref="BeginReadingAsync"/> reads the journals at once, and the stream watch soon after in any case.
    /// </summary>
    /// <exception cref="HttpRequestException">A source cannot be read now: nothing was emptied.</exception>
    public async Task<Rebuild> StartAsync(ServiceDb db, string requestedBy, CancellationToken cancellationToken)
    {
        var heads = await HeadsAsync(cancellationToken);
        if (db.Database.CurrentTransaction is not null) return await EmptyAsync(db, heads, requestedBy, cancellationToken);

        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var rebuild = await EmptyAsync(db, heads, requestedBy, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return rebuild;
        });
    }

    /// <summary>Begins to read every followed stream to its head, and does not wait for it.</summary>
    public Task BeginReadingAsync()
    {
        foreach (var follower in followers.All) _ = follower.CatchUpAsync();
        return Task.CompletedTask;
    }

    private async Task<Dictionary<StreamName, long>> HeadsAsync(CancellationToken cancellationToken)
    {
        var heads = new Dictionary<StreamName, long>();
        foreach (var followed in settings.Services)
        {
            var sources = await SourcesAsync(followed.Service, cancellationToken);
            foreach (var source in sources.Where(source => followed.Covers(source.Hub)))
                heads[new StreamName(source.Service, source.Hub)] = source.Head;
        }

        return heads;
    }

    private async Task<IReadOnlyList<StreamHead>> SourcesAsync(string service, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.HeadsAsync(service, cancellationToken);
        }
        catch (ExecutionRejectedException rejected)
        {
            throw new HttpRequestException($"The journal of {service} cannot be read now.", rejected);
        }
    }

    private async Task<Rebuild> EmptyAsync(
        ServiceDb db, Dictionary<StreamName, long> heads, string requestedBy, CancellationToken cancellationToken)
    {
        var running = await db.Rebuilds.SingleOrDefaultAsync(rebuild => rebuild.CompletedAt == null, cancellationToken);
        if (running is not null) return running;

        // The watermarks first: a run being applied elsewhere either is committed by now, or finds its watermark moved.
        await db.Watermarks.ExecuteUpdateAsync(set => set.SetProperty(mark => mark.Position, 0), cancellationToken);
        var marks = await db.Watermarks.ToListAsync(cancellationToken);
        foreach (var (stream, head) in heads)
        {
            var mark = marks.Find(known => known.Service == stream.Service && known.Hub == stream.Hub);
            if (mark is null) db.Watermarks.Add(mark = new Watermark { Service = stream.Service, Hub = stream.Hub });
            mark.RebuildingTo = head > 0 ? head : null;
            followers.Of(stream); // there to be read, also where no message of it has come yet
        }

        foreach (var projection in projections) await projection.EmptyAsync(db, cancellationToken);

        var now = time.GetUtcNow();
        var started = new Rebuild { RequestedBy = requestedBy, StartedAt = now, CompletedAt = heads.Values.All(head => head == 0) ? now : null };
        db.Rebuilds.Add(started);
        await db.SaveChangesAsync(cancellationToken);
        return started;
    }
}
