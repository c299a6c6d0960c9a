using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>A notice to a member.</summary>
/// <param name="Cause">One of the causes of the terms in force, by its place there, from 1.</param>
/// <param name="Statement">What happened; the agency reads it. Nothing about a case or a person served.</param>
public sealed record NewRemovalNotice(
    [property: Required, Range(1, MembershipTerms.MostTexts)] int? Cause,
    [property: Required, PlainText(Lines = true), StringLength(RemovalNotice.StatementLength)] string Statement);

internal static class GiveNotice
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/removal-notice", GiveAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Gives a member notice that the task force thinks of removing it, for a cause named in its terms. If-Match is the member's.");
        api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/removal-notice/withdrawal", WithdrawAsync)
            .RequireRoles(TaskForceRoles.Decides)
            .RequireIfMatch()
            .WithSummary("Takes a notice back, with the reason. If-Match is the notice's.");
    }

    private static async Task<Results<Created<RemovalNoticeView>, ProblemHttpResult>> GiveAsync(
        Guid id, Guid agencyId, NewRemovalNotice request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce
            || await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { } member)
        {
            return Problems.NotFound();
        }

        if (IfMatch.Check(http, member) is { } refused) return refused;
        if (member.State == MemberState.Ended) return MemberForChange.StateConflict(member);
        if (await db.TermsInForceAsync(id, cancellationToken) is not { } terms)
            return Problems.Conflict("no-terms", "The task force has named no causes for removal in advance: it has no membership terms yet.");
        if (terms.Causes.FirstOrDefault(cause => cause.Number == request.Cause) is not { } cause)
            return Problems.Invalid("cause", $"The terms name {terms.Causes.Count} causes, by their numbers from 1.");

        var now = time.GetUtcNow();
        var notice = RemovalNotice.Give(member, terms, cause, request.Statement.Trim(), now.Day());
        db.RemovalNotices.Add(notice);
        // The membership's version settles it between a notice and an end at the same moment: nobody has notice who is no member.
        db.Entry(member).State = EntityState.Modified;
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.NoticeGiven, cause.Text, ChangedBy.Of(caller), now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("notice-given-already", "The member has a notice already.");
        }

        http.SetETag(notice);
        return TypedResults.Created($"/task-forces/{id}/members/{agencyId}/removal-notice", RemovalNoticeView.Of(notice));
    }

    private static async Task<Results<Ok<RemovalNoticeView>, ProblemHttpResult>> WithdrawAsync(
        Guid id, Guid agencyId, MemberReason request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null
            || await db.FindNoticeAsync(id, agencyId, cancellationToken) is not { } notice)
        {
            return Problems.NotFound();
        }

        if (IfMatch.Check(http, notice) is { } refused) return refused;
        if (notice.ClosedOn is not null) return Problems.StateConflict(notice.State);

        var now = time.GetUtcNow();
        var member = await db.Members.SingleAsync(member => member.Id == notice.MemberId, cancellationToken);
        notice.Withdraw(now.Day());
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.NoticeWithdrawn, request.Reason.Trim(), ChangedBy.Of(caller), now));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(notice);
        return TypedResults.Ok(RemovalNoticeView.Of(notice));
    }
}
