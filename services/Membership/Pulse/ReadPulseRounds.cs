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
            .WithSummary("Lists the rounds of the pulse survey.");
        api.MapGet("/task-forces/{id:guid}/pulse-rounds/{roundId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one round of the pulse survey.");
    }

    private static async Task<Results<Ok<IReadOnlyList<PulseRoundView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var today = time.Day();
        return await db.PulseRounds.Where(round => round.TaskForceId == id)
            .ToPageAsync(page, http, round => PulseRoundView.Of(round, today), cancellationToken);
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
}
