using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Pulse;

/// <summary>What came of a round: of all together, never of a part of them.</summary>
/// <param name="Shown">The round has closed, and five or more answered. Where not, nothing else is told, the number neither.</param>
/// <param name="Averages">Of 1 to 5, to one decimal.</param>
/// <param name="Comments">In an order that says nothing.</param>
public sealed record PulseResultsView(
    Guid RoundId, int Number, DateOnly OpensOn, DateOnly ClosesOn, PulseState State, bool Shown, int? Answers, PulseAverages? Averages,
    IReadOnlyList<string>? Comments)
{
    internal static PulseResultsView Of(PulseRound round, PulseTally tally, DateOnly today)
    {
        var state = round.StateOn(today);
        var shown = state == PulseState.Closed && tally.Answers >= PulseRound.FewestAnswers;
        return new(
            round.Id, round.Number, round.OpensOn, round.ClosesOn, state, shown, shown ? tally.Answers : null,
            shown ? PulseAverages.Of(tally) : null, shown ? tally.Comments : null);
    }
}

/// <summary>The average of each scale.</summary>
public sealed record PulseAverages(decimal Trust, decimal Candor, decimal Commitment, decimal Accountability, decimal Results)
{
    internal static PulseAverages Of(PulseTally tally)
    {
        return new(Of(tally.Trust), Of(tally.Candor), Of(tally.Commitment), Of(tally.Accountability), Of(tally.Results));

        decimal Of(int sum) => Math.Round((decimal)sum / tally.Answers, 1, MidpointRounding.AwayFromZero);
    }
}

internal static class ReadPulseResults
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/pulse-rounds/{roundId:guid}/results", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads what came of a round, once it has closed and five or more answered.");
        api.MapGet("/task-forces/{id:guid}/pulse-results", CompareAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Compares rounds that have closed: those that five or more answered, and that ran on some day from one to another.");
    }

    private static async Task<Results<Ok<PulseResultsView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid roundId, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var round = await db.PulseRounds.AsNoTracking()
            .SingleOrDefaultAsync(round => round.Id == roundId && round.TaskForceId == id, cancellationToken);
        if (round is null) return Problems.NotFound();

        var tally = await db.PulseTallies.AsNoTracking().SingleAsync(tally => tally.RoundId == roundId, cancellationToken);
        return TypedResults.Ok(PulseResultsView.Of(round, tally, time.Day()));
    }

    private static async Task<Results<Ok<IReadOnlyList<PulseResultsView>>, ProblemHttpResult>> CompareAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var today = time.Day();
        var tallies = await db.PulseTallies.AsNoTracking()
            .Where(tally => tally.Answers >= PulseRound.FewestAnswers
                && db.PulseRounds.Any(round => round.Id == tally.RoundId && round.TaskForceId == id && round.ClosesOn < today))
            .ToDictionaryAsync(tally => tally.RoundId, cancellationToken);
        var rounds = db.PulseRounds.Where(round => tallies.Keys.Contains(round.Id)).Between(from, to);
        return await rounds.ToPageAsync(page, http, round => PulseResultsView.Of(round, tallies[round.Id], today), cancellationToken);
    }
}
