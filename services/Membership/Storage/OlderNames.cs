using Membership.Agencies;
using Membership.Agencies.Cards;
using Membership.Seats;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace Membership.Storage;

/// <summary>
/// Writes the search words of agencies and people who came before there were any, once at the start; without them a search would not
/// find them. How a name becomes words is code and no SQL, so no migration can do it.
/// </summary>
internal sealed partial class OlderNames(IServiceScopeFactory scopes, ILogger<OlderNames> logger) : BackgroundService
{
    private const int Batch = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FillAsync(AgenciesAsync, stoppingToken);
            await FillAsync(SeatsAsync, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(exception.GetType().Name);
        }
    }

    /// <summary>In order of their ids, so that a name without any word is passed and not met again.</summary>
    private async Task FillAsync(Func<MembershipDb, Guid?, CancellationToken, Task<Guid?>> fillAfter, CancellationToken cancellationToken)
    {
        for (Guid? last = null; ;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
            if (await fillAfter(db, last, cancellationToken) is not { } reached) return;
            last = reached;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
            {
                // Another replica, or a change of the card, was first; what it left comes at the next start.
            }
        }
    }

    private static async Task<Guid?> AgenciesAsync(MembershipDb db, Guid? last, CancellationToken cancellationToken)
    {
        var agencies = db.Agencies.Where(agency => !agency.NameWords.Any());
        if (last is { } after) agencies = agencies.Where(agency => agency.Id > after);
        var found = await agencies.OrderBy(agency => agency.Id).Take(Batch).Select(agency => new { agency.Id, agency.Hub, agency.Name }).ToListAsync(cancellationToken);
        db.AgencyNameWords.AddRange(found.SelectMany(agency => NameWords.Of(agency.Name), (agency, word) => new AgencyNameWord(agency.Id, agency.Hub, word)));
        return found.LastOrDefault()?.Id;
    }

    private static async Task<Guid?> SeatsAsync(MembershipDb db, Guid? last, CancellationToken cancellationToken)
    {
        var seats = db.Seats.Where(seat => seat.EndedAt == null && !seat.NameWords.Any());
        if (last is { } after) seats = seats.Where(seat => seat.Id > after);
        var found = await seats.OrderBy(seat => seat.Id).Take(Batch).Select(seat => new { seat.Id, seat.Hub, seat.PersonName }).ToListAsync(cancellationToken);
        db.SeatNameWords.AddRange(found.SelectMany(seat => NameWords.Of(seat.PersonName), (seat, word) => new SeatNameWord(seat.Id, seat.Hub, word)));
        return found.LastOrDefault()?.Id;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search words of older names could not be written ({Error}); it is tried again at the next start.")]
    private partial void Failed(string error);
}
