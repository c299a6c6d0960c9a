using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Leadership;

/// <summary>Who holds a position next; the present holder, for another term.</summary>
/// <param name="On">The day of the change: today or earlier.</param>
/// <param name="DecisionId">A carried decision about Leadership; required where leaders are elected.</param>
public sealed record Succession(
    [property: Required] Guid? SeatId,
    [property: Required] DateOnly? On,
    [property: Required, PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string Why,
    DateOnly? TermEndsOn = null,
    Guid? DecisionId = null);

internal static class PassOnPosition
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/task-forces/{id:guid}/leadership/positions/{positionId:guid}/succession", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .RequireIfMatch()
        .WithSummary("Passes a position on, or fills it: the holding before it ends on that day, and nobody is missing in between.");

    private static async Task<Results<Created<PositionView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid positionId, Succession request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var leadership = await db.LeadershipOfAsync(taskForce, cancellationToken);
        var position = await db.LeadershipPositions.SingleOrDefaultAsync(
            position => position.Id == positionId && position.TaskForceId == id, cancellationToken);
        if (position is null) return Problems.NotFound();
        if (IfMatch.Check(http, position) is { } stale) return stale;
        if (position.State == PositionState.Ended) return Problems.StateConflict(position.State);

        var (today, on, seatId) = (time.Day(), request.On!.Value, request.SeatId!.Value);
        if (on > today) return Problems.Invalid("on", "Record it on the day on which it changes.");
        if (on < position.From) return Problems.Invalid("on", "The holding before it began on a later day.");
        var arrangement = await db.ArrangementInForceAsync(id, today, cancellationToken);
        if (!ModelRule.Has(arrangement.Model(), position.Kind))
            return Problems.Conflict("not-in-model", $"The leadership is {arrangement.Model()}, which has this position no more: end it.");
        var carried = await db.ElectedAsync(taskForce, arrangement, request.DecisionId, cancellationToken);
        if (carried.Refused is not null) return carried.Refused;
        if (!(await db.ActiveSeatsAsync(id, [seatId], cancellationToken)).TryGetValue(seatId, out var seat))
            return Problems.Invalid("seatId", "Must be a seat in this task force.");

        var earlier = (await db.EarlierAsync(id, [seat], cancellationToken))[seat.Person].Where(other => other.Kind == position.Kind).ToList();
        if (earlier.Exists(other => other.Id != positionId && other.EndedOn is null))
            return Problems.Conflict("position-held", "The same person holds such a position already.");
        var again = position.Term > 0 && earlier.Exists(other => other.Id == positionId);
        var term = again ? position.Term + 1 : arrangement.Next(earlier, on);
        if (arrangement.Refuse(term, on, request.TermEndsOn) is { } refused) return refused;

        position.End(position.SeatId is null ? PositionEndReason.Filled : again ? PositionEndReason.TermEnded : PositionEndReason.PassedOn, on);
        var next = LeadershipPosition.Take(seat, position.Kind, on, request.TermEndsOn ?? arrangement.LastDay(on), term, carried.Decision?.Id);
        db.LeadershipPositions.Add(next);
        carried.Decision?.UseFor(next.Id);
        db.StructureChanges.Add(StructureChange.Of(
            next, StructureChangeKind.PositionPassedOn, on, Written.Of(caller, time), request.Why.Trim(), carried.Decision?.Id));
        leadership.Change();
        if (await db.SaveLeadershipAsync(cancellationToken) is { } changed) return changed;

        http.SetETag(next);
        return TypedResults.Created(
            $"/task-forces/{id}/leadership/positions/{next.Id}", PositionView.Of(next, arrangement.Model(), today));
    }
}
