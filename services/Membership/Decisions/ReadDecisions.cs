using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Decisions;

/// <summary>A decision of the task force.</summary>
/// <param name="SubjectRevision">Which text of the subject was decided about.</param>
/// <param name="CommitteeId">The committee or work group that decided for itself; none where the task force did.</param>
/// <param name="Entitled">How many could have decided.</param>
/// <param name="Quorum">How many had to take part.</param>
/// <param name="UsedFor">What it has carried: a decision carries one change, once.</param>
public sealed record DecisionView(
    Guid Id, DecisionAbout About, Guid? SubjectId, int? SubjectRevision, Guid? CommitteeId, string Question, DecisionMethod Method, DateOnly DecidedOn,
    Guid? MeetingId, int Entitled, int Quorum, DecisionResult Result, IReadOnlyList<BallotView> Ballots, Guid? UsedFor)
{
    internal static DecisionView Of(Decision decision) => new(
        decision.Id, decision.About, decision.SubjectId, decision.SubjectRevision, decision.CommitteeId, decision.Question, decision.Method,
        decision.DecidedOn, decision.MeetingId, decision.Entitled, decision.Quorum, decision.Result,
        [.. decision.Ballots.Select(ballot => new BallotView(ballot.VoterId, ballot.Choice))], decision.UsedFor);
}

/// <summary>What one voter said: a member agency, or in the core group a seat.</summary>
public sealed record BallotView(Guid VoterId, BallotChoice Choice);

internal static class ReadDecisions
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/decisions", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists what the task force decided, by subject, result, meeting, committee and day.");
        api.MapGet("/task-forces/{id:guid}/decisions/{decisionId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one decision.");
    }

    private static async Task<Results<Ok<IReadOnlyList<DecisionView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        DecisionAbout? about = null, DecisionResult? result = null, Guid? meetingId = null, Guid? committeeId = null, DateOnly? from = null,
        DateOnly? to = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var decisions = db.Decisions.Where(decision => decision.TaskForceId == id);
        if (about is not null) decisions = decisions.Where(decision => decision.About == about);
        if (result is not null) decisions = decisions.Where(decision => decision.Result == result);
        if (meetingId is not null) decisions = decisions.Where(decision => decision.MeetingId == meetingId);
        if (committeeId is not null) decisions = decisions.Where(decision => decision.CommitteeId == committeeId);
        if (from is not null) decisions = decisions.Where(decision => decision.DecidedOn >= from);
        if (to is not null) decisions = decisions.Where(decision => decision.DecidedOn <= to);
        return await decisions.ToPageAsync(page, http, DecisionView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<DecisionView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid decisionId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var decision = await db.Decisions.AsNoTracking()
            .SingleOrDefaultAsync(decision => decision.Id == decisionId && decision.TaskForceId == id, cancellationToken);
        if (decision is null) return Problems.NotFound();

        http.SetETag(decision);
        return TypedResults.Ok(DecisionView.Of(decision));
    }
}
