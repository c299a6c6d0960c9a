using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Pulse;

/// <summary>What lets its holder answer once, without saying who they are. It cannot be given again: keep it until it is used.</summary>
public sealed record PulseTokenView(string Token);

internal static class GivePulseToken
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/pulse-rounds/{roundId:guid}/token", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .AnswersSecret()
        .WithSummary("Gives whoever has the caller's seat their one token for a round, however many seats they have. Send an Idempotency-Key: with it, an answer that was lost on the way is given again.");

    private static async Task<Results<Ok<PulseTokenView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid roundId, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var round = await db.PulseRounds.AsNoTracking()
            .SingleOrDefaultAsync(round => round.Id == roundId && round.TaskForceId == id, cancellationToken);
        if (round is null) return Problems.NotFound();

        var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(
            seat => seat.Id == caller.SeatId && seat.TaskForceId == id && seat.EndedAt == null, cancellationToken);
        if (seat is null) return Problems.Conflict("no-seat", "Only who sits in this task force answers: ask with the access token of a seat.");
        if (seat.TakenAt.Day() > round.OpensOn) return Problems.Conflict("seated-later", "This round is for those who sat here when it opened.");
        if (round.StateOn(time.Day()) is var state and not PulseState.Open) return Problems.StateConflict(state);

        // The same of all seats of one person stands for that person: also of two that ask at the same moment one is told no.
        var seats = await db.SeatsOfPersonAsync(seat, cancellationToken);
        if (await db.PulseTokensGiven.AnyAsync(given => given.RoundId == round.Id && seats.Contains(given.SeatId), cancellationToken)) return Given();
        db.PulseTokensGiven.Add(new PulseTokenGiven { RoundId = round.Id, SeatId = seats[0] });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Given();
        }

        return TypedResults.Ok(new PulseTokenView(PulseToken.Make(round)));
    }

    private static ProblemHttpResult Given() => Problems.Conflict(
        "token-given", "Whoever sits here has been given a token for this round, for this seat or another. It is kept nowhere, and cannot be given again.");
}
