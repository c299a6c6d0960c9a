using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Seats;

internal static class ChangeSeat
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/seats/{seatId:guid}", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("Replaces how a person sits: role, authority, term, title, e-mail. Another person takes a seat of their own.");

    private static async Task<Results<Ok<SeatView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid seatId, SeatChange request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (taskForce, _, seat, refused) = await db.FindSeatForChangeAsync(id, seatId, caller, http, cancellationToken);
        if (refused is not null || seat is null) return refused ?? Problems.NotFound();
        if (request.InCoreGroup != seat.InCoreGroup && !caller.MayRun(taskForce!))
            return Problems.Forbidden("Who is in the core group is for the task force's own coordinator.");

        var now = time.GetUtcNow();
        // A term that is over already may stay as it was recorded.
        if (request.TermEndsOn != seat.TermEndsOn || request.TermEndsOn < request.TermStartsOn)
        {
            if (SeatTerm.Fault(request.TermStartsOn, request.TermEndsOn, now.Day()) is { } fault) return fault;
        }

        seat.Change(request.Title?.Trim(), request.Email?.Trim(), request.Duties);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(seat);
        return TypedResults.Ok(SeatView.Of(seat, caller, now));
    }
}
