using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;
using ServiceDefaults.Telemetry;

namespace Membership.Seats;

/// <summary>That the person in this seat is a survivor, and who may see it.</summary>
public sealed record OwnSurvivorStatus([property: Required] SurvivorVisibility? VisibleTo);

/// <summary>
/// No role opens this: only a token in the very seat does. To anybody else there is nothing here, recorded or not. The
/// seat's own version stays as it is, and only one person ever writes here, so no version is asked for. No trace tells of it:
/// beside the same person's other requests it would name the seat.
/// </summary>
internal static class RecordSurvivorStatus
{
    private const string Route = "/task-forces/{id:guid}/seats/{seatId:guid}/survivor-status";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut(Route, PutAsync)
            .LeavesNoTrace()
            .WithoutDenialsInAudit()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Records, by the person in the seat alone and never asked for, that they are a survivor, and who may see it.");
        api.MapDelete(Route, DeleteAsync)
            .LeavesNoTrace()
            .WithoutDenialsInAudit()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Removes what the person in the seat recorded. Nothing of it remains.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PutAsync(
        Guid id, Guid seatId, OwnSurvivorStatus request, MembershipDb db, Caller caller, CancellationToken cancellationToken)
    {
        if (await OwnSeatAsync(db, id, seatId, caller, cancellationToken) is not { } seat) return Problems.NotFound();

        var visibleTo = request.VisibleTo!.Value;
        if (await db.SurvivorStatuses.SingleOrDefaultAsync(status => status.SeatId == seatId, cancellationToken) is { } known)
            known.Show(visibleTo);
        else
            db.SurvivorStatuses.Add(SurvivorStatus.Record(seat, visibleTo));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("recorded-already", "It was recorded at the same moment. Send it again.");
        }

        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, Guid seatId, MembershipDb db, Caller caller, Erasure erasure, CancellationToken cancellationToken)
    {
        if (await OwnSeatAsync(db, id, seatId, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.SurvivorStatuses.SingleOrDefaultAsync(status => status.SeatId == seatId, cancellationToken) is not { } status)
            return Problems.NotFound();

        erasure.Remove(db, status);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Seat?> OwnSeatAsync(MembershipDb db, Guid id, Guid seatId, Caller caller, CancellationToken cancellationToken) =>
        caller.SeatId == seatId && caller.TaskForceId == id && await db.FindTaskForceAsync(id, caller, cancellationToken) is not null
            ? await db.Seats.AsNoTracking().SingleOrDefaultAsync(
                seat => seat.Id == seatId && seat.TaskForceId == id && seat.AgencyId == caller.AgencyId && seat.EndedAt == null, cancellationToken)
            : null;
}
