using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Pulse;

/// <summary>A round of the pulse survey; how many have answered is told when it has closed.</summary>
public sealed record PulseRoundView(Guid Id, int Number, PulseState State, DateOnly OpensOn, DateOnly ClosesOn)
{
    internal static PulseRoundView Of(PulseRound round, DateOnly today) => new(
        round.Id, round.Number, round.StateOn(today), round.OpensOn, round.ClosesOn);
}

internal static class ReadPulseRounds
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/pulse-rounds", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the rounds of the pulse survey, and those that ran on some day from one to another.");
        api.MapGet("/task-forces/{id:guid}/pulse-rounds/{roundId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one round of the pulse survey.");
    }

    private static async Task<Results<Ok<IReadOnlyList<PulseRoundView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        PulseState? state = null, DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var today = time.Day();
        var rounds = db.PulseRounds.Where(round => round.TaskForceId == id).Between(from, to);
        if (state is not null) rounds = rounds.In(state.Value, today);
        return await rounds.ToPageAsync(page, http, round => PulseRoundView.Of(round, today), cancellationToken);
    }

    private static async Task<Results<Ok<PulseRoundView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid roundId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var round = await db.PulseRounds.AsNoTracking()
            .SingleOrDefaultAsync(round => round.Id == roundId && round.TaskForceId == id, cancellationToken);
        if (round is null) return Problems.NotFound();

        http.SetETag(round);
        return TypedResults.Ok(PulseRoundView.Of(round, time.Day()));
    }

    /// <summary>Those that run on some of these days.</summary>
    internal static IQueryable<PulseRound> Between(this IQueryable<PulseRound> rounds, DateOnly? from, DateOnly? to)
    {
        if (from is not null) rounds = rounds.Where(round => round.ClosesOn >= from);
        if (to is not null) rounds = rounds.Where(round => round.OpensOn <= to);
        return rounds;
    }

    /// <summary>In step with <see cref="PulseRound.StateOn"/>.</summary>
    private static IQueryable<PulseRound> In(this IQueryable<PulseRound> rounds, PulseState state, DateOnly today) => state switch
    {
        PulseState.Planned => rounds.Where(round => today < round.OpensOn),
        PulseState.Closed => rounds.Where(round => today > round.ClosesOn),
        _ => rounds.Where(round => today >= round.OpensOn && today <= round.ClosesOn),
    };
}
