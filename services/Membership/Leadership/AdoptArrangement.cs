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

/// <summary>What puts a draft in force.</summary>
/// <param name="DecisionId">A carried decision about Leadership with the draft as its subject.</param>
/// <param name="InForceFrom">Not before it was decided.</param>
/// <param name="Why">Why it changes, in the task force's own words.</param>
public sealed record ArrangementAdoption(
    [property: Required] Guid? DecisionId,
    [property: Required] DateOnly? InForceFrom,
    [property: PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string? Why = null);

internal static class AdoptArrangement
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/task-forces/{id:guid}/leadership/arrangements/{arrangementId:guid}/adoption", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .RequireIfMatch()
        .WithSummary("Puts a draft in force from a day, by a carried decision; the version before it ends there.");

    private static async Task<Results<Ok<ArrangementView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid arrangementId, ArrangementAdoption request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var leadership = await db.LeadershipOfAsync(taskForce, cancellationToken);
        var arrangement = await db.LeadershipArrangements.SingleOrDefaultAsync(
            arrangement => arrangement.Id == arrangementId && arrangement.TaskForceId == id, cancellationToken);
        if (arrangement is null) return Problems.NotFound();
        if (IfMatch.Check(http, arrangement) is { } refused) return refused;
        if (arrangement.State != ArrangementState.Draft) return Problems.StateConflict(arrangement.State);

        var from = request.InForceFrom!.Value;
        var before = await db.LeadershipArrangements.SingleOrDefaultAsync(
            other => other.TaskForceId == id && other.InForceFrom != null && other.SupersededFrom == null, cancellationToken);
        if (from < before?.InForceFrom) return Problems.Invalid("inForceFrom", "The version before it is in force from a later day.");
        if (arrangement.ReviewOn <= from) return Problems.Invalid("inForceFrom", "Its review would be due before it is in force.");
        var carried = await db.CarriedAsync(taskForce, request.DecisionId!.Value, DecisionAbout.Leadership, arrangementId, cancellationToken);
        if (carried.Refused is not null) return carried.Refused;
        if (from < carried.Decision!.DecidedOn) return Problems.Invalid("inForceFrom", "It was decided on a later day.");

        arrangement.Adopt(carried.Decision.Id, from);
        before?.SupersedeFrom(from);
        carried.Decision.UseFor(arrangement.Id);
        leadership.Change();
        db.StructureChanges.Add(StructureChange.Of(
            arrangement, StructureChangeKind.ArrangementAdopted, from, Written.Of(caller, time), request.Why?.Trim(), carried.Decision.Id));
        if (await db.SaveLeadershipAsync(cancellationToken) is { } changed) return changed;

        http.SetETag(arrangement);
        return TypedResults.Ok(ArrangementView.Of(arrangement, time.Day()));
    }
}
