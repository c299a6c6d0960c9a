using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Pulse;

/// <summary>A round of the pulse survey.</summary>
/// <param name="OpensOn">Today or later.</param>
/// <param name="ClosesOn">Its last day: three days to two months in all.</param>
public sealed record NewPulseRound([property: Required] DateOnly? OpensOn, [property: Required] DateOnly? ClosesOn);

internal static class OpenPulseRound
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/pulse-rounds", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .WithSummary("Opens a round of the anonymous pulse survey for some days, one at a time. It closes by its day, never earlier.");

    private static async Task<Results<Created<PulseRoundView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewPulseRound request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var (today, opensOn, closesOn) = (time.Day(), request.OpensOn!.Value, request.ClosesOn!.Value);
        if (opensOn < today) return Problems.Invalid("opensOn", "Must be today or a day to come.");
        if (closesOn.DayNumber - opensOn.DayNumber + 1 is < PulseRound.FewestDays or > PulseRound.MostDays)
            return Problems.Invalid("closesOn", $"A round is open for {PulseRound.FewestDays} to {PulseRound.MostDays} days: whoever answers alone is not unseen.");

        var last = await db.PulseRounds.Where(round => round.TaskForceId == id).OrderByDescending(round => round.Number).FirstOrDefaultAsync(cancellationToken);
        if (last?.ClosesOn >= opensOn) return Problems.Conflict("round-not-closed", "Another round is open or planned then: one at a time, in order of time.");
        if (await db.CountPeopleAsync(id, cancellationToken) < PulseRound.FewestAnswers)
            return Problems.Conflict("too-few-seats", $"Fewer than {PulseRound.FewestAnswers} people sit here: what they answer could not be unseen.");

        var round = PulseRound.Plan(taskForce, (last?.Number ?? 0) + 1, opensOn, closesOn);
        db.PulseRounds.Add(round);
        db.PulseTallies.Add(PulseTally.Of(round));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("round-not-closed", "Another round was opened at the same moment.");
        }

        http.SetETag(round);
        return TypedResults.Created($"/task-forces/{id}/pulse-rounds/{round.Id}", PulseRoundView.Of(round, today));
    }
}
