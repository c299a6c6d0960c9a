using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.Storage;

/// <summary>
/// Sees to it that what is deleted for good is also gone from SQLite's file and its log: a deleted row's bytes would
/// stay in both until something happens to be written over them. The server databases reclaim them by themselves.
/// </summary>
internal sealed partial class Erasure(IServiceScopeFactory scopes, ILogger<Erasure> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Deletes it with the next save, and erases it from the log behind that. In the file it is overwritten by the save itself.</summary>
    public void Remove(MembershipDb db, object entity)
    {
        if (db.Database.IsSqlite()) db.SavedChanges += (_, _) => requests.Writer.TryWrite(true);
        db.Remove(entity);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a process that was killed had still to do.
        requests.Writer.TryWrite(true);
        await foreach (var _ in requests.Reader.ReadAllAsync(stoppingToken))
        {
            while (!await TakeLogOverAsync(stoppingToken)) await Task.Delay(Again, stoppingToken);
            // Once more: a request that is repeatable commits a moment after its save.
            await Task.Delay(Again, stoppingToken);
            while (!await TakeLogOverAsync(stoppingToken)) await Task.Delay(Again, stoppingToken);
        }
    }

    /// <summary>Takes the log over into the file and cuts it off; false while somebody still reads in it.</summary>
    private async Task<bool> TakeLogOverAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
            if (!db.Database.IsSqlite()) return true;

            // A connection without patience: whoever waits here for readers holds up every writer meanwhile.
            var settings = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
            await using var connection = new SqliteConnection(settings.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return await command.ExecuteScalarAsync(cancellationToken) is 0L;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(exception.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deleted rows could not be erased yet ({Error}); it is tried again.")]
    private partial void Failed(string error);
}
