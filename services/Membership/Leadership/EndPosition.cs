using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Decisions;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Leadership;

/// <summary>Why somebody ceases to lead.</summary>
public enum LeavingReason { TermEnded, SteppedDown, Removed }

/// <summary>The end of a holding.</summary>
/// <param name="DecisionId">A carried decision about Leadership with this holding as its subject; required for a removal.</param>
/// <param name="LeaveVacant">Nobody follows yet, though the model needs somebody: the position is shown as vacant.</param>
public sealed record PositionEnding(
    [property: Required] LeavingReason? Reason,
    [property: Required, PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string Why,
    Guid? DecisionId = null,
    bool LeaveVacant = false);

internal static class EndPosition
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/leadership/positions/{positionId:guid}/end", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .RequireIfMatch()
        .WithSummary("Ends who holds a position. Where the model needs it, pass it on instead, or say that it is left vacant.");

    private static async Task<Results<Ok<PositionView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid positionId, PositionEnding request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var leadership = await db.LeadershipOfAsync(taskForce, cancellationToken);
        var position = await db.LeadershipPositions.SingleOrDefaultAsync(
            position => position.Id == positionId && position.TaskForceId == id, cancellationToken);
        if (position is null) return Problems.NotFound();
        if (IfMatch.Check(http, position) is { } refused) return refused;
        if (position.State == PositionState.Ended) return Problems.StateConflict(position.State);

        if (request.Reason == LeavingReason.Removed && request.DecisionId is null)
            return Problems.Invalid("decisionId", "Name the decision that removes the holder.");
        var carried = request.DecisionId is { } decisionId
            ? await db.CarriedAsync(taskForce, decisionId, DecisionAbout.Leadership, positionId, cancellationToken) : default;
        if (carried.Refused is not null) return carried.Refused;

        var today = time.Day();
        var model = (await db.ArrangementInForceAsync(id, today, cancellationToken)).Model();
        var others = (await db.PresentPositionsAsync(id, cancellationToken)).Where(other => other.Id != positionId);
        var missing = ModelRule.Missing(model, others.Held());
        var needed = missing.Any(missing => missing.Kind == position.Kind);
        if (needed && !request.LeaveVacant)
        {
            return Problems.Conflict(
                "leadership-incomplete",
                $"The leadership is {model}; missing would be: {ModelRule.InWords(missing)}. Pass it on, or say that it is left vacant.");
        }

        var written = Written.Of(caller, time);
        position.End(Enum.Parse<PositionEndReason>(request.Reason!.Value.ToString()), today);
        carried.Decision?.UseFor(position.Id);
        db.StructureChanges.Add(StructureChange.Of(position, StructureChangeKind.PositionEnded, today, written, request.Why.Trim(), carried.Decision?.Id));
        if (needed)
        {
            var vacancy = LeadershipPosition.Vacate(position, today);
            db.LeadershipPositions.Add(vacancy);
            db.StructureChanges.Add(StructureChange.Of(vacancy, StructureChangeKind.PositionVacant, today, written));
        }

        leadership.Change();
        if (await db.SaveLeadershipAsync(cancellationToken) is { } changed) return changed;
        http.SetETag(position);
        return TypedResults.Ok(PositionView.Of(position, model, today));
    }
}
