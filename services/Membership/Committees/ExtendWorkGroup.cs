using System.ComponentModel.DataAnnotations;
using Membership.Leadership;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Committees;

/// <summary>A work group gets longer.</summary>
/// <param name="Why">What is not done yet, and why.</param>
public sealed record WorkGroupExtension(
    [property: Required] DateOnly? EndsOn,
    [property: Required, PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string Why);

internal static class ExtendWorkGroup
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/committees/{committeeId:guid}/extension", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .RequireIfMatch()
        .WithSummary("Moves a work group's last day, with the reason; also after it came.");

    private static async Task<Results<Ok<CommitteeView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid committeeId, WorkGroupExtension request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindCommitteeAsync(id, committeeId, cancellationToken) is not { } committee) return Problems.NotFound();
        if (IfMatch.Check(http, committee) is { } refused) return refused;
        if (committee.Kind == CommitteeKind.Committee)
            return Problems.Conflict("not-a-work-group", "A committee stands, without a last day.");
        if (committee.EndReason is not (null or CommitteeEndReason.TimeUp)) return Problems.StateConflict(CommitteeState.Ended);
        var today = time.Day();
        if (request.EndsOn < today || request.EndsOn <= committee.EndsOn)
            return Problems.Invalid("endsOn", "Must be a day to come, and later than the present one.");

        committee.Extend(request.EndsOn!.Value);
        db.StructureChanges.Add(StructureChange.Of(
            committee, StructureChangeKind.WorkGroupExtended, today, Written.Of(caller, time), request.Why.Trim()));
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(committee);
        return TypedResults.Ok(CommitteeView.Of(committee, today));
    }
}
