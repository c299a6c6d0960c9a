using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.SelfAssessment;

/// <summary>A new round.</summary>
/// <param name="FrameworkVersion">The number of the framework's version that is answered by.</param>
public sealed record NewRound(
    [property: Required, Range(1, LoadFramework.Most)] int? FrameworkVersion,
    [property: Required] DateOnly? OpensOn,
    [property: Required] DateOnly? ClosesOn);

/// <summary>More time for a round, or less.</summary>
public sealed record RoundChange([property: Required] DateOnly? ClosesOn);

internal static class PlanRound
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/assessment-rounds", HandleAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .WithSummary("Plans a round in which the members say where they see the task force.");
        api.MapPut("/task-forces/{id:guid}/assessment-rounds/{roundId:guid}", ChangeAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Gives a round that is not over more time, or less.");
    }

    private static async Task<Results<Created<RoundView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewRound request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (request.ClosesOn < request.OpensOn || request.ClosesOn < time.Day())
            return Problems.Invalid("closesOn", "Must be today or later, and on or after opensOn.");
        var framework = await db.Frameworks.SingleOrDefaultAsync(
            framework => framework.TaskForceId == id && framework.Number == request.FrameworkVersion, cancellationToken);
        if (framework is null) return Problems.Invalid("frameworkVersion", "Must be a version that the task force has loaded.");
        var number = 1 + (await db.AssessmentRounds.Where(round => round.TaskForceId == id).MaxAsync(round => (int?)round.Number, cancellationToken) ?? 0);

        var round = AssessmentRound.Plan(framework, number, request.OpensOn!.Value, request.ClosesOn!.Value);
        db.AssessmentRounds.Add(round);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("planned-meanwhile", "Another round was planned at the same moment. Look, and send it again.");
        }

        http.SetETag(round);
        return TypedResults.Created($"/task-forces/{id}/assessment-rounds/{round.Id}", RoundView.Of(round, time.Day()));
    }

    private static async Task<Results<Ok<RoundView>, ProblemHttpResult>> ChangeAsync(
        Guid id, Guid roundId, RoundChange request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindRoundAsync(id, roundId, cancellationToken) is not { } round) return Problems.NotFound();
        if (IfMatch.Check(http, round) is { } refused) return refused;
        // What was said in it stands: whoever sees it otherwise by now says so in the next round.
        if (round.StateOn(time.Day()) == RoundState.Closed) return Problems.StateConflict(RoundState.Closed);
        if (request.ClosesOn < round.OpensOn || request.ClosesOn < time.Day())
            return Problems.Invalid("closesOn", "Must be today or later, and on or after the day it opens.");

        round.CloseOn(request.ClosesOn!.Value);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(round);
        return TypedResults.Ok(RoundView.Of(round, time.Day()));
    }

    internal static Task<AssessmentRound?> FindRoundAsync(this MembershipDb db, Guid taskForceId, Guid roundId, CancellationToken cancellationToken) =>
        db.AssessmentRounds.Include(round => round.Framework)
            .SingleOrDefaultAsync(round => round.Id == roundId && round.TaskForceId == taskForceId, cancellationToken);
}
