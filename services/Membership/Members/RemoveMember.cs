using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Decisions;
using Membership.Handovers;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>A member is removed.</summary>
/// <param name="DecisionId">The carried decision about Removal, with the notice as its subject.</param>
public sealed record Removal(
    [property: Required] Guid? DecisionId,
    [property: Required, PlainText(Lines = true), StringLength(MemberChange.ReasonLength)] string Reason);

internal static class RemoveMember
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/removal", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .RequireIfMatch()
        .WithSummary("Removes a member by decision, once it has answered its notice or the time to answer has run out. If-Match is the member's.")
        .WithDescription("The decision is one that was taken after that: whoever decides before has not heard the member.");

    private static async Task<Results<Ok<MemberView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, Removal request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, HandingOver handingOver,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce
            || await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { } member)
        {
            return Problems.NotFound();
        }

        if (IfMatch.Check(http, member) is { } refused) return refused;
        if (member.State == MemberState.Ended) return MemberForChange.StateConflict(member);
        var notice = await db.RemovalNotices.SingleOrDefaultAsync(
            notice => notice.MemberId == member.Id && notice.ClosedOn == null, cancellationToken);
        if (notice is null) return Problems.Conflict("notice-needed", "The member has no notice. Give it one, for a cause named in the terms.");

        var now = time.GetUtcNow();
        if (!notice.MayBeCarried(now.Day()))
            return Problems.Conflict("answer-awaited", $"The member may answer until {notice.AnswerBy:yyyy-MM-dd}.");
        var (decision, notCarried) = await db.CarriedAsync(taskForce, request.DecisionId!.Value, DecisionAbout.Removal, notice.Id, cancellationToken);
        if (notCarried is not null || decision is null) return notCarried ?? Problems.NotFound();

        if (decision.DecidedOn < notice.DecidableFrom)
            return Problems.Conflict("decided-unheard", "It was decided before the member was heard: decide again, with its answer before you.");

        notice.Carry(decision, now.Day());
        await db.EndMemberAsync(member, MemberEndReason.Removed, handingOver, new(now, ChangedBy.Of(caller)), cancellationToken);
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.Removed, request.Reason.Trim(), ChangedBy.Of(caller), now, decision.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("membership-changed", "The membership or its seats ended at the same moment. Look again.");
        }

        http.SetETag(member);
        return TypedResults.Ok(MemberView.Of(member));
    }
}
