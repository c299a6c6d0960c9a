using System.ComponentModel.DataAnnotations;
using Membership.Leadership;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Committees;

/// <summary>A committee's or work group's name, purpose and chair.</summary>
/// <param name="Why">Why it changes.</param>
public sealed record CommitteeChange(
    [property: Required, PlainText, StringLength(200)] string Name,
    [property: Required, PlainText(Lines = true), StringLength(Committee.PurposeLength)] string Purpose,
    [property: Required, PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string Why,
    Guid? ChairSeatId = null);

internal static class ChangeCommittee
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/committees/{committeeId:guid}", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .RequireIfMatch()
        .WithSummary("Replaces a committee's or work group's name, purpose and chair.");

    private static async Task<Results<Ok<CommitteeView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid committeeId, CommitteeChange request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindCommitteeAsync(id, committeeId, cancellationToken) is not { } committee) return Problems.NotFound();
        if (IfMatch.Check(http, committee) is { } refused) return refused;
        var today = time.Day();
        if (committee.StateOn(today) == CommitteeState.Ended) return Problems.StateConflict(CommitteeState.Ended, Verbs.Of(committee));
        var chair = await db.ActiveSeatAsync(id, request.ChairSeatId, cancellationToken);
        if (chair is null && request.ChairSeatId is not null) return Problems.Invalid("chairSeatId", "Must be a seat in this task force.");

        committee.Describe(request.Name.Trim(), request.Purpose.Trim());
        var passed = committee.GiveChair(chair, today);
        db.StructureChanges.Add(StructureChange.Of(
            committee,
            !passed ? StructureChangeKind.CommitteeChanged
                : chair is null ? StructureChangeKind.CommitteeChairVacant : StructureChangeKind.CommitteeChairPassedOn,
            today, Written.Of(caller, time), request.Why.Trim(), null, chair?.AgencyId, chair?.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("committee-exists", "The task force has one of this name already.");
        }

        http.SetETag(committee);
        return TypedResults.Ok(CommitteeView.Of(committee, today));
    }
}
