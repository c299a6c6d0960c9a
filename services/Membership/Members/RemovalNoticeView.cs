using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>A notice to a member, and its answer.</summary>
/// <param name="Cause">The cause, by its place in the terms of that day.</param>
/// <param name="AnswerBy">The last day to answer.</param>
public sealed record RemovalNoticeView(
    Guid Id, Guid AgencyId, RemovalNoticeState State, Guid TermsId, int Cause, string Statement, DateOnly GivenOn, DateOnly AnswerBy,
    string? Answer, DateOnly? AnsweredOn, DateOnly? ClosedOn, Guid? DecisionId)
{
    internal static RemovalNoticeView Of(RemovalNotice notice) => new(
        notice.Id, notice.AgencyId, notice.State, notice.TermsId, notice.Cause, notice.Statement, notice.GivenOn, notice.AnswerBy,
        notice.Answer, notice.AnsweredOn, notice.ClosedOn, notice.DecisionId);
}

internal static class ReadRemovalNotice
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/members/{agencyId:guid}/removal-notice", HandleAsync)
        .RequireRoles(ReadApplications.Readers)
        .WithSummary("Reads the notice to a member: the open one, or the last of its present membership.");

    /// <summary>The open notice to the agency's present membership, or its last; those to an earlier one went with that.</summary>
    public static Task<RemovalNotice?> FindNoticeAsync(this MembershipDb db, Guid taskForceId, Guid agencyId, CancellationToken cancellationToken) =>
        db.RemovalNotices
            .Where(notice => notice.MemberId == db.Members.Where(member => member.TaskForceId == taskForceId && member.AgencyId == agencyId)
                .OrderBy(member => member.LeftAt != null).ThenByDescending(member => member.JoinedAt).Select(member => member.Id).FirstOrDefault())
            .OrderBy(notice => notice.ClosedOn != null).ThenByDescending(notice => notice.ClosedOn).FirstOrDefaultAsync(cancellationToken);

    private static async Task<Results<Ok<RemovalNoticeView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce || !caller.MayReadOf(taskForce, agencyId)
            || await db.FindNoticeAsync(id, agencyId, cancellationToken) is not { } notice)
        {
            return Problems.NotFound();
        }

        http.SetETag(notice);
        return TypedResults.Ok(RemovalNoticeView.Of(notice));
    }
}
