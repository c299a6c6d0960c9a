using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;
using ServiceDefaults.Telemetry;

namespace Membership.Pulse;

/// <summary>How somebody sees their task force; who, is not asked. Each scale from 1, not at all, to 5, entirely.</summary>
/// <param name="Token">From the round; used up with this.</param>
/// <param name="Comment">Read by all who take part, once the round has closed: say nothing that shows who you are.</param>
public sealed record PulseAnswer(
    [property: Required, StringLength(PulseToken.Length), RegularExpression("^[A-Za-z0-9_-]+$")] string Token,
    [property: Required, Range(1, 5)] int? Trust,
    [property: Required, Range(1, 5)] int? Candor,
    [property: Required, Range(1, 5)] int? Commitment,
    [property: Required, Range(1, 5)] int? Accountability,
    [property: Required, Range(1, 5)] int? Results,
    [property: PlainText(Lines = true), StringLength(PulseTally.CommentLength)] string? Comment = null)
{
    internal PulseScales Scales => new(Trust!.Value, Candor!.Value, Commitment!.Value, Accountability!.Value, Results!.Value);
}

/// <summary>Takes an answer from nobody in particular: anonymous, so that no kept answer, audit or caller can be part of it.</summary>
internal static class AnswerPulse
{
    private const int Tries = 40;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/pulse-answers", HandleAsync)
        .AllowAnonymous()
        .LeavesNoTrace()
        .WithoutDenialsInAudit()
        .AddEndpointFilter<Unseen>()
        .WithSummary("Answers a round of the pulse survey with a token of it, once. Send no Authorization: it is not asked who you are.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        PulseAnswer request, MembershipDb db, Erasure erasure, TimeProvider time, CancellationToken cancellationToken)
    {
        var roundId = PulseToken.RoundOf(request.Token);
        var round = await db.PulseRounds.AsNoTracking().SingleOrDefaultAsync(round => round.Id == roundId, cancellationToken);
        if (round is null) return NoToken();
        if (round.StateOn(time.Day()) is var state and not PulseState.Open) return Problems.StateConflict(state);
        if (PulseToken.DigestOf(request.Token, round) is not { } digest) return NoToken();

        // The sums before and after an answer, side by side, would be the answer.
        erasure.BehindSave(db, typeof(PulseTally));
        for (var tries = 1; ; tries++)
        {
            if (await db.PulseTokensUsed.AnyAsync(used => used.Digest == digest, cancellationToken)) return UsedUp();
            var tally = await db.PulseTallies.SingleAsync(tally => tally.RoundId == round.Id, cancellationToken);
            tally.Add(request.Scales, request.Comment?.Trim());
            db.PulseTokensUsed.Add(new PulseTokenUsed { Digest = digest, RoundId = round.Id });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return TypedResults.NoContent();
            }
            catch (DbUpdateConcurrencyException) when (tries < Tries)
            {
                // Somebody else answered at the same moment: once more, upon their answer.
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(2, 20), cancellationToken);
            }
            catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
            {
                return UsedUp();
            }
        }
    }

    private static ProblemHttpResult NoToken() => Problems.Invalid("token", "Send a token that was given for a round, unchanged.");

    private static ProblemHttpResult UsedUp() => Problems.Conflict("token-used", "This token has been used: each answers once.");
}
