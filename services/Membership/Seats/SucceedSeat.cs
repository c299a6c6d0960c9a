using Membership.Handovers;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Seats;

/// <summary>By hand, not of itself: an agency says who speaks for it.</summary>
internal static class SucceedSeat
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/seats/{seatId:guid}/succession", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("Makes an alternate the representative in the place of the one who is gone. An orientation opens.");

    private static async Task<Results<Ok<SeatView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid seatId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        var (_, member, seat, refused) = await db.FindSeatForChangeAsync(id, seatId, caller, http, cancellationToken);
        if (refused is not null || member is null || seat is null) return refused ?? Problems.NotFound();
        if (!member.IsPresent) return Problems.Conflict("not-a-member", "The agency is suspended.");
        if (!seat.IsSuccessorCandidate)
            return Problems.Conflict("nobody-to-succeed", "This is no alternate whose representative is gone. End the representative's seat first.");

        var now = time.GetUtcNow();
        seat.Succeed();
        await db.OpenOrientationAsync(seat, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("succeeded-already", "Somebody else has taken over this seat already.");
        }

        http.SetETag(seat);
        return TypedResults.Ok(SeatView.Of(seat, caller, now));
    }
}
