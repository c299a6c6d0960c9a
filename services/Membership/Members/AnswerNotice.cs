using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>The agency's answer to a notice.</summary>
/// <param name="Answer">In its own words. Nothing about a case or a person served.</param>
public sealed record RemovalAnswer([property: Required, PlainText(Lines = true), StringLength(RemovalNotice.StatementLength)] string Answer);

/// <summary>By the agency alone: an answer given for it would take its chance away.</summary>
internal static class AnswerNotice
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/members/{agencyId:guid}/removal-answer", HandleAsync)
        .RequireRoles(Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("Answers a notice, once and within its time, by the agency's own administrator. If-Match is the notice's.")
        .WithDescription("A suspended agency answers with a token that names no task force.");

    private static async Task<Results<Ok<RemovalNoticeView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, RemovalAnswer request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce || !caller.Administers(taskForce, agencyId)
            || await db.FindNoticeAsync(id, agencyId, cancellationToken) is not { } notice)
        {
            return Problems.NotFound();
        }

        if (IfMatch.Check(http, notice) is { } refused) return refused;
        var now = time.GetUtcNow();
        if (notice.State != RemovalNoticeState.Open) return Problems.StateConflict(notice.State);
        if (now.Day() > notice.AnswerBy) return Problems.Conflict("time-run-out", "The time to answer has run out.");

        var member = await db.Members.SingleAsync(member => member.Id == notice.MemberId, cancellationToken);
        notice.Reply(request.Answer.Trim(), now.Day());
        db.MemberChanges.Add(MemberChange.Of(member, MemberStep.NoticeAnswered, reason: null, ChangedBy.Of(caller), now));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(notice);
        return TypedResults.Ok(RemovalNoticeView.Of(notice));
    }
}
