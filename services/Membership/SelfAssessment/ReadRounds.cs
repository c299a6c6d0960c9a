using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.SelfAssessment;

/// <summary>A round of self-assessment.</summary>
public sealed record RoundView(Guid Id, int Number, int FrameworkVersion, DateOnly OpensOn, DateOnly ClosesOn, RoundState State)
{
    internal static RoundView Of(AssessmentRound round, DateOnly today) =>
        new(round.Id, round.Number, round.Framework.Number, round.OpensOn, round.ClosesOn, round.StateOn(today));
}

internal static class ReadRounds
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/assessment-rounds", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the rounds of self-assessment, by state or by the framework's version.");
        api.MapGet("/task-forces/{id:guid}/assessment-rounds/{roundId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one round.");
    }

    private static async Task<Results<Ok<IReadOnlyList<RoundView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        RoundState? state = null, int? framework = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var today = time.Day();
        var rounds = db.AssessmentRounds.Include(round => round.Framework).Where(round => round.TaskForceId == id);
        if (state is not null) rounds = rounds.In(state.Value, today);
        if (framework is not null) rounds = rounds.Where(round => round.Framework.Number == framework);
        return await rounds.ToPageAsync(page, http, round => RoundView.Of(round, today), cancellationToken);
    }

    private static async Task<Results<Ok<RoundView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid roundId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindRoundAsync(id, roundId, cancellationToken) is not { } round) return Problems.NotFound();

        http.SetETag(round);
        return TypedResults.Ok(RoundView.Of(round, time.Day()));
    }

    /// <summary>In step with <see cref="AssessmentRound.StateOn"/>.</summary>
    private static IQueryable<AssessmentRound> In(this IQueryable<AssessmentRound> rounds, RoundState state, DateOnly today) => state switch
    {
        RoundState.Planned => rounds.Where(round => today < round.OpensOn),
        RoundState.Closed => rounds.Where(round => today > round.ClosesOn),
        _ => rounds.Where(round => today >= round.OpensOn && today <= round.ClosesOn),
    };
}
