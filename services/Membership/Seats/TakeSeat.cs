using Membership.Handovers;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Seats;

internal static class TakeSeat
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/seats", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .WithSummary("Seats a person for a member agency, as its representative or as an alternate.")
        .WithDescription("Where a seat of the agency ended before, this person takes it over: an orientation opens, and an alternate who is left stands in for the new one.");

    private static async Task<Results<Created<SeatView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewSeat request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var agencyId = request.AgencyId!.Value;
        if (!caller.MaySeat(taskForce, agencyId))
            return Problems.Forbidden("Seats are for the task force's own coordinator and the agency's own administrator.");
        if (request.InCoreGroup && !caller.MayRun(taskForce))
            return Problems.Forbidden("Who is in the core group is for the task force's own coordinator.");

        var now = time.GetUtcNow();
        if (SeatTerm.Fault(request.TermStartsOn, request.TermEndsOn, now.Day()) is { } fault) return fault;

        var member = await db.FindMemberAsync(taskForce, agencyId, cancellationToken);
        if (member is not { IsPresent: true })
            return Problems.Conflict("not-a-member", "The agency is not a member of this task force, or is suspended.");

        var represented = member.Seats.FirstOrDefault(seat =>
            seat.Id == request.AlternateForSeatId && seat.State == SeatState.Active && seat.AlternateForSeatId is null);
        if (request.AlternateForSeatId is not null && represented is null)
            return Problems.Invalid("alternateForSeatId", "Must be the seat of a representative of the same agency.");

        var holder = new SeatHolder(request.PersonName.Trim(), request.Title?.Trim(), request.Email?.Trim());
        var seat = member.TakeSeat(holder, request.Duties, represented, now);
        db.Seats.Add(seat);
        if (seat.SucceedsSeatId is not null) await db.OpenOrientationAsync(seat, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.Conflict("membership-changed", "The agency's membership or seats changed at the same moment. Look, and send it again.");
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("alternate-exists", "This representative has an alternate already.");
        }

        http.SetETag(seat);
        return TypedResults.Created($"/task-forces/{id}/seats/{seat.Id}", SeatView.Of(seat, caller, now));
    }
}
