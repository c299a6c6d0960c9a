using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Seats;

/// <summary>The person in a seat.</summary>
public sealed record PersonView(string Name, string? Title, string? Email);

/// <summary>A seat.</summary>
/// <param name="TermOver">The term is over and the seat has not been ended yet.</param>
/// <param name="SuccessorCandidate">An alternate whose representative is gone.</param>
/// <param name="Person">Only for those who work with the seat; for anybody else it is left out.</param>
public sealed record SeatView(
    Guid Id, Guid TaskForceId, Guid AgencyId, SeatState State, Involvement Involvement, bool InCoreGroup, DateOnly TakenOn, DateOnly? TermEndsOn,
    bool TermOver, Guid? AlternateForSeatId, bool SuccessorCandidate, DateOnly? EndedOn, SeatEndReason? EndReason, PersonView? Person)
{
    internal static SeatView Of(Seat seat, Caller caller, DateTimeOffset now) => new(
        seat.Id, seat.TaskForceId, seat.AgencyId, seat.State, seat.Involvement, seat.InCoreGroup, Day(seat.TakenAt), seat.TermEndsOn,
        seat.State == SeatState.Active && seat.TermEndsOn < Day(now), seat.AlternateForSeatId, seat.IsSuccessorCandidate,
        seat.EndedAt is { } ended ? Day(ended) : null, seat.EndReason,
        caller.MaySeePerson(seat) ? new PersonView(seat.PersonName, seat.PersonTitle, seat.PersonEmail) : null);

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}

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
        CancellationToken cancellationToken, Guid? agencyId = null, SeatState? state = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var seats = SeatsOf(db, id);
        if (agencyId is not null) seats = seats.Where(seat => seat.AgencyId == agencyId);
        if (state is not null) seats = seats.Where(seat => seat.EndedAt == null == (state == SeatState.Active));
        var now = time.GetUtcNow();
        return await seats.ToPageAsync(page, http, seat => SeatView.Of(seat, caller, now), cancellationToken);
    }

    private static async Task<Results<Ok<SeatView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid seatId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await SeatsOf(db, id).SingleOrDefaultAsync(seat => seat.Id == seatId, cancellationToken) is not { } seat)
            return Problems.NotFound();

        http.SetETag(seat);
        return TypedResults.Ok(SeatView.Of(seat, caller, time.GetUtcNow()));
    }

    private static IQueryable<Seat> SeatsOf(MembershipDb db, Guid taskForceId) =>
        db.Seats.AsNoTracking().Include(seat => seat.AlternateFor).Where(seat => seat.TaskForceId == taskForceId);
}
