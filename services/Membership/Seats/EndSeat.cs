using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Handovers;
using Membership.Members;
using Membership.Storage;
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
        .WithSummary("Ends a seat: its tokens are refused within a minute. Names the alternate as candidate for succession.")
        .WithDescription("What the person was responsible for passes to the alternate or, without one, is flagged: see the task force's handovers.");

    private static async Task<Results<Ok<EndedSeatView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid seatId, SeatEnding request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        var (_, member, seat, refused) = await db.FindSeatForChangeAsync(id, seatId, caller, http, cancellationToken);
        if (refused is not null || member is null || seat is null) return refused ?? Problems.NotFound();
        if (request.Reason == SeatEndReason.AgencyLeft)
            return Problems.Invalid("reason", "Only the agency's leaving gives this reason.");

        var now = time.GetUtcNow();
        member.EndSeat(seat, request.Reason!.Value, now);
        await handingOver.HandOverAsync(seat, member.AlternateOf(seat), new(now, ChangedBy.Of(caller)), cancellationToken);
        db.EndedAccess.Add(EndedAccess.OfSeat(seat.Id, now));
        await handingOver.CloseAsync(seat, cancellationToken);
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
