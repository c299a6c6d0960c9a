using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Seats;

internal static class ReadSeats
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/seats", ListAsync)
            .WithSummary("Lists the task force's seats; who sits there is shown to those who work with them.");
        api.MapGet("/task-forces/{id:guid}/seats/{seatId:guid}", GetAsync).WithSummary("Reads one seat.");
    }

    private static async Task<Results<Ok<IReadOnlyList<SeatView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken, Guid? agencyId = null, SeatState? state = null, bool? inCoreGroup = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var seats = SeatsOf(db, id);
        if (agencyId is not null) seats = seats.Where(seat => seat.AgencyId == agencyId);
        if (state is not null) seats = seats.Where(seat => seat.EndedAt == null == (state == SeatState.Active));
        if (inCoreGroup is not null) seats = seats.Where(seat => seat.InCoreGroup == inCoreGroup);
        var now = time.GetUtcNow();
        var survivors = await db.SurvivorsAsync(id, caller, cancellationToken);
        return await seats.ToPageAsync(page, http, seat => SeatView.Of(seat, caller, now, survivors), cancellationToken);
    }

    private static async Task<Results<Ok<SeatView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid seatId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await SeatsOf(db, id).SingleOrDefaultAsync(seat => seat.Id == seatId, cancellationToken) is not { } seat)
            return Problems.NotFound();

        var survivors = await db.SurvivorsAsync(id, caller, cancellationToken);
        http.SetETag(seat);
        return TypedResults.Ok(SeatView.Of(seat, caller, time.GetUtcNow(), survivors));
    }

    private static IQueryable<Seat> SeatsOf(MembershipDb db, Guid taskForceId) =>
        db.Seats.AsNoTracking().Include(seat => seat.AlternateFor).Where(seat => seat.TaskForceId == taskForceId);
}
