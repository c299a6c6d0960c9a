using System.ComponentModel.DataAnnotations;
using Membership.Leadership;
using Membership.Members;
using Membership.Seats;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Handovers;

/// <summary>Who takes over what was flagged.</summary>
public sealed record HandoverAssignment([property: Required] Guid? SeatId);

internal static class AssignHandover
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/handovers/{handoverId:guid}/assignment", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("Gives what was flagged to a seat: any of the task force by who runs it, one of its own by the agency whose seat held it.");

    private static async Task<Results<Ok<HandoverView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid handoverId, HandoverAssignment request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        IEnumerable<IHandOver> holders, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var passed = await db.PassedResponsibilities.SingleOrDefaultAsync(
            passed => passed.Id == handoverId && passed.TaskForceId == id, cancellationToken);
        if (passed is null) return Problems.NotFound();
        if (!caller.MayRun(taskForce) && !caller.Administers(taskForce, passed.AgencyId))
            return Problems.Forbidden("It is given on by who runs the task force, or by the agency whose seat held it.");
        if (IfMatch.Check(http, passed) is { } refused) return refused;
        if (!passed.IsFlagged) return Problems.Conflict("not-flagged", "Somebody has it already, or it is gone.");

        var seat = await db.Seats.TakingPart(db).SingleOrDefaultAsync(
            seat => seat.Id == request.SeatId && seat.TaskForceId == id, cancellationToken);
        if (seat is null || (!caller.MayRun(taskForce) && seat.AgencyId != passed.AgencyId))
            return Problems.Invalid("seatId", "Must be an active seat of this task force; for an agency, one of its own.");

        var holder = holders.FirstOrDefault(holder => holder.Kind == passed.Kind);
        if (holder is null || !await holder.AssignAsync(passed.ItemId, seat, Written.Of(caller, time), cancellationToken))
            return Problems.Conflict("not-assignable", "It is done, gone, somebody's meanwhile or not for this seat. Look at it; if it is settled, dismiss the flag.");

        passed.Assign(seat, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(passed);
        return TypedResults.Ok(HandoverView.Of(passed));
    }
}
