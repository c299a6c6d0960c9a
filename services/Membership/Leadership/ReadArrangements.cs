using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Leadership;

/// <summary>A version of how the task force is led.</summary>
/// <param name="InForceFrom">The day from which a carried decision puts it in force; none while it is a draft.</param>
/// <param name="SupersededFrom">From when the next one is in force.</param>
/// <param name="Review">Due from thirty days before its day; overdue after it.</param>
public sealed record ArrangementView(
    Guid Id, int Number, ArrangementState State, LeadershipModel Model, HowChosen ChosenBy, string ChoiceInWords, string? Qualifications,
    int? TermMonths, int? ConsecutiveTerms, DateOnly ReviewOn, LeadershipReviewState Review, IReadOnlyList<AuthorityView> Authority,
    Guid? DecisionId, DateOnly? InForceFrom, DateOnly? SupersededFrom, bool InForce)
{
    internal static ArrangementView Of(LeadershipArrangement arrangement, DateOnly today) => new(
        arrangement.Id, arrangement.Number, arrangement.State, arrangement.Model, arrangement.ChosenBy, arrangement.ChoiceInWords,
        arrangement.Qualifications, arrangement.TermMonths, arrangement.ConsecutiveTerms, arrangement.ReviewOn,
        arrangement.ReviewStateOn(today),
        [.. arrangement.Authority.OrderBy(item => item.Number).Select(item => new AuthorityView(item.Kind, item.What, item.Limit))],
        arrangement.DecisionId, arrangement.InForceFrom, arrangement.SupersededFrom, arrangement.IsInForce(today));
}

/// <summary>What leaders may do without asking first.</summary>
public sealed record AuthorityView(AuthorityKind Kind, string What, string? Limit);

internal static class ReadArrangements
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/leadership/arrangements", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists every version of how the task force is led.");
        api.MapGet("/task-forces/{id:guid}/leadership/arrangements/{arrangementId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one version of how the task force is led.");
    }

    private static async Task<Results<Ok<IReadOnlyList<ArrangementView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken, ArrangementState? state = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var arrangements = db.LeadershipArrangements.Where(arrangement => arrangement.TaskForceId == id);
        if (state is not null) arrangements = arrangements.Where(arrangement => arrangement.State == state);
        var today = time.Day();
        return await arrangements.ToPageAsync(page, http, arrangement => ArrangementView.Of(arrangement, today), cancellationToken);
    }

    private static async Task<Results<Ok<ArrangementView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid arrangementId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var arrangement = await db.LeadershipArrangements.AsNoTracking().SingleOrDefaultAsync(
            arrangement => arrangement.Id == arrangementId && arrangement.TaskForceId == id, cancellationToken);
        if (arrangement is null) return Problems.NotFound();

        http.SetETag(arrangement);
        return TypedResults.Ok(ArrangementView.Of(arrangement, time.Day()));
    }
}
