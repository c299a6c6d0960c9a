using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Handovers;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Seats;

/// <summary>Why a seat ends.</summary>
/// <param name="Reason">Any but AgencyLeft, which only the agency's leaving gives.</param>
public sealed record SeatEnding([property: Required] SeatEndReason? Reason);

/// <summary>A seat that ended.</summary>
/// <param name="SuccessorCandidate">The alternate, where the representative had one.</param>
public sealed record EndedSeatView(SeatView Seat, SeatView? SuccessorCandidate);

internal static class EndSeat
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/seats/{seatId:guid}/end", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("Ends a seat: its tokens are refused within a minute. Names the alternate as candidate for succession.");

    private static async Task<Results<Ok<EndedSeatView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid seatId, SeatEnding request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var member = await db.Members.Include(member => member.Seats).SingleOrDefaultAsync(
            member => member.TaskForceId == id && member.Seats.Any(seat => seat.Id == seatId), cancellationToken);
        if (member is null) return Problems.NotFound();

        var seat = member.Seats.Single(seat => seat.Id == seatId);
        if (!caller.MaySeat(taskForce, seat.AgencyId))
            return Problems.Forbidden("Seats are for the task force's own coordinator and the agency's own administrator.");
        if (IfMatch.Check(http, seat) is { } refused) return refused;
        if (seat.State == SeatState.Ended) return Problems.StateConflict(seat.State);
        if (request.Reason == SeatEndReason.AgencyLeft)
            return Problems.Invalid("reason", "Only the agency's leaving gives this reason.");

        var now = time.GetUtcNow();
        member.EndSeat(seat, request.Reason!.Value, now);
        await handingOver.HandOverAsync(seat, member.AlternateOf(seat), cancellationToken);
        db.EndedAccess.Add(EndedAccess.OfSeat(seat.Id, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.StateConflict(SeatState.Ended);
        }

        http.SetETag(seat);
        var successor = member.AlternateOf(seat);
        return TypedResults.Ok(new EndedSeatView(
            SeatView.Of(seat, caller, now), successor is null ? null : SeatView.Of(successor, caller, now)));
    }
}
