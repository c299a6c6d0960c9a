using Membership.TaskForces;
using Membership.Handovers;
using Membership.Seats;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

internal static class LeaveTaskForce
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/task-forces/{id:guid}/members/{agencyId:guid}", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator)
        .RequireIfMatch()
        .WithSummary("Ends an agency's membership of the task force, and its seats there.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (!caller.MayRun(taskForce)) return Problems.Forbidden("Members are for the task force's own coordinator.");
        if (await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { } member) return Problems.NotFound();
        if (IfMatch.Check(http, member) is { } refused) return refused;
        if (member.State == MemberState.Left) return Problems.StateConflict(member.State);

        var now = time.GetUtcNow();
        foreach (var seat in member.Seats.Where(seat => seat.State == SeatState.Active))
        {
            db.EndedAccess.Add(EndedAccess.OfSeat(seat.Id, now));
            await handingOver.HandOverAsync(seat, alternate: null, cancellationToken);
        }

        await db.EndAccessAsync(member, now, cancellationToken);
        member.Leave(now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("membership-changed", "The membership or its seats ended at the same moment. Look again.");
        }

        return TypedResults.NoContent();
    }
}
