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

/// <summary>An agency that joins a committee.</summary>
/// <param name="SeatId">Who sits there for it; none where it sends whom it can.</param>
public sealed record NewCommitteeMember([property: Required] Guid? AgencyId, Guid? SeatId = null);

/// <summary>Agencies join committees and leave them.</summary>
internal static class CommitteeMembers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/committees/{committeeId:guid}/members", JoinAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .WithSummary("An agency joins a committee.");
        api.MapDelete("/task-forces/{id:guid}/committees/{committeeId:guid}/members/{memberId:guid}", LeaveAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("An agency leaves a committee; that it was there stays.");
    }

    private static async Task<Results<Created<CommitteeMemberView>, ProblemHttpResult>> JoinAsync(
        Guid id, Guid committeeId, NewCommitteeMember request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindCommitteeAsync(id, committeeId, cancellationToken) is not { } committee) return Problems.NotFound();
        var today = time.Day();
        if (committee.StateOn(today) == CommitteeState.Ended) return Problems.StateConflict(CommitteeState.Ended, Verbs.Of(committee));
        if (await db.MembersAmongAsync(id, [request.AgencyId!.Value], cancellationToken) == 0)
            return Problems.Invalid("agencyId", "Must be a member of this task force.");
        if (request.SeatId is not null
            && (await db.ActiveSeatAsync(id, request.SeatId, cancellationToken))?.AgencyId != request.AgencyId)
        {
            return Problems.Invalid("seatId", "Must be a seat of this agency in this task force.");
        }

        var member = CommitteeMember.Join(committee, request.AgencyId.Value, request.SeatId, today);
        db.CommitteeMembers.Add(member);
        db.StructureChanges.Add(StructureChange.Of(
            committee, StructureChangeKind.CommitteeJoined, today, Written.Of(caller, time), agencyId: member.AgencyId, seatId: member.SeatId));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("already-a-member", "The agency sits in it already.");
        }

        http.SetETag(member);
        return TypedResults.Created($"/task-forces/{id}/committees/{committeeId}/members/{member.Id}", CommitteeMemberView.Of(member));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(
        Guid id, Guid committeeId, Guid memberId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var committee = await db.FindCommitteeAsync(id, committeeId, cancellationToken);
        var member = await db.FindCommitteeMemberAsync(id, committeeId, memberId, cancellationToken);
        if (committee is null || member is null) return Problems.NotFound();
        if (IfMatch.Check(http, member) is { } refused) return refused;
        var today = time.Day();
        if (!member.Leave(today)) return Problems.Conflict("left-already", "The agency has left it already.");

        db.StructureChanges.Add(StructureChange.Of(
            committee, StructureChangeKind.CommitteeLeft, today, Written.Of(caller, time), agencyId: member.AgencyId));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
