using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Access;

/// <summary>
/// The ended access of the database, held in memory and read again every few seconds, so that every replica refuses
/// within a minute whichever of them heard of it. Seats, of which there are ever more and which never come back, are only
/// added to: the new ones each time, and all now and then, for an end that was days under way is none of the new ones.
/// </summary>
internal sealed partial class EndedAccessList(IServiceScopeFactory scopes, TimeProvider time, ILogger<EndedAccessList> logger) : BackgroundService
{
    private const int TurnsBetweenAll = 15;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<string, bool> seats = new(StringComparer.Ordinal);
    private volatile FrozenSet<string> holders = [];
    private bool reads = true;
    private int turn;

    public bool Holds(ClaimsPrincipal user)
    {
        var known = holders;
        if (known.Contains(EndedAccess.Client(user.FindFirstValue("sub")!)))
            return true;
        if (Guid.TryParse(user.FindFirstValue("seat"), out var seat) && seats.ContainsKey(EndedAccess.Seat(seat)))
            return true;
        return Guid.TryParse(user.FindFirstValue("agency"), out var agency)
            && Guid.TryParse(user.FindFirstValue("task_force"), out var taskForce)
            && known.Contains(EndedAccess.Member(agency, taskForce));
    }

    /// <summary>Read before the first request is taken.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await RefreshAsync(stoppingToken);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<ServiceDb>() is not { } db)
                return;
            var since = time.GetUtcNow() - EndedAccess.KeptFor;
            var whenever = turn % TurnsBetweenAll == 0 ? "" : EndedAccess.OfMembers;
            var now = await db.EndedAccess.Where(ended => ended.EndedAt > since || ended.Holder.StartsWith(whenever))
                .Select(ended => ended.Holder).ToListAsync(cancellationToken);
            foreach (var seat in now.Where(IsSeat)) seats.TryAdd(seat, true);
            holders = now.Where(holder => !IsSeat(holder)).ToFrozenSet(StringComparer.Ordinal);
            turn++;
            reads = true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Without its database the service answers nothing that matters; the last list holds meanwhile.
            if (reads)
                LogUnreadable(exception);
            reads = false;
        }
    }

    private static bool IsSeat(string holder) => holder.StartsWith(EndedAccess.OfSeats, StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of ended access cannot be read")]
    private partial void LogUnreadable(Exception exception);
}
