using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Decisions;
using Membership.Leadership;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Committees;

/// <summary>Why something about a committee changes.</summary>
/// <param name="DecisionId">A carried decision about Structure with it as the subject, where the task force decided on it.</param>
public sealed record CommitteeEnding(
    [property: Required, PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string Why,
    Guid? DecisionId = null);

internal static class EndCommittee
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/committees/{committeeId:guid}/dissolution", DissolveAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Dissolves a committee or work group.");
        api.MapPost("/task-forces/{id:guid}/committees/{committeeId:guid}/completion", CompleteAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Ends a work group whose task is done, also after its last day.");
    }

    private static Task<Results<Ok<CommitteeView>, ProblemHttpResult>> DissolveAsync(
        Guid id, Guid committeeId, CommitteeEnding request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) =>
        EndAsync(id, committeeId, CommitteeEndReason.Dissolved, StructureChangeKind.CommitteeDissolved, request, db, caller, http, time, cancellationToken);

    private static Task<Results<Ok<CommitteeView>, ProblemHttpResult>> CompleteAsync(
        Guid id, Guid committeeId, CommitteeEnding request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) =>
        EndAsync(id, committeeId, CommitteeEndReason.TaskDone, StructureChangeKind.WorkGroupCompleted, request, db, caller, http, time, cancellationToken);

    private static async Task<Results<Ok<CommitteeView>, ProblemHttpResult>> EndAsync(
        Guid id, Guid committeeId, CommitteeEndReason reason, StructureChangeKind kind, CommitteeEnding request, MembershipDb db, Caller caller,
        HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindCommitteeAsync(id, committeeId, cancellationToken) is not { } committee) return Problems.NotFound();
        if (IfMatch.Check(http, committee) is { } refused) return refused;
        if (committee.EndReason is not (null or CommitteeEndReason.TimeUp)) return Problems.StateConflict(CommitteeState.Ended);
        if (reason == CommitteeEndReason.TaskDone && committee.Kind == CommitteeKind.Committee)
            return Problems.Conflict("not-a-work-group", "A committee stands, without a task that could be done: dissolve it.");
        var carried = request.DecisionId is { } decisionId
            ? await db.CarriedAsync(taskForce, decisionId, DecisionAbout.Structure, committeeId, cancellationToken) : default;
        if (carried.Refused is not null) return carried.Refused;

        var today = time.Day();
        committee.End(reason, today);
        carried.Decision?.UseFor(committee.Id);
        db.StructureChanges.Add(StructureChange.Of(committee, kind, today, Written.Of(caller, time), request.Why.Trim(), carried.Decision?.Id));
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(committee);
        return TypedResults.Ok(CommitteeView.Of(committee, today));
    }
}
