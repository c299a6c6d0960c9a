using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.SelfAssessment;

/// <summary>Where an agency sees one element in one round. A stage is a place, not a mark: nothing is reckoned from it.</summary>
/// <param name="SeatId">Who answered for the agency, where that is known.</param>
public sealed record AnswerView(
    Guid Id, string Element, Guid AgencyId, Guid? SeatId, int Stage, string Evidence, Direction Direction, string? NextStep, DateOnly GivenOn)
{
    internal static AnswerView Of(AssessmentAnswer answer) => new(
        answer.Id, answer.ElementCode, answer.AgencyId, answer.SeatId, answer.Stage, answer.Evidence, answer.Direction, answer.NextStep, answer.GivenOn);
}

internal static class ReadAnswers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/assessment-rounds/{roundId:guid}/answers", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists a round's answers, by element and agency.");
        api.MapGet("/task-forces/{id:guid}/assessment-rounds/{roundId:guid}/answers/{answerId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one answer.");
    }

    private static async Task<Results<Ok<IReadOnlyList<AnswerView>>, ProblemHttpResult>> ListAsync(
        Guid id, Guid roundId, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        string? element = null, Guid? agencyId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (!await db.AssessmentRounds.AnyAsync(round => round.Id == roundId && round.TaskForceId == id, cancellationToken)) return Problems.NotFound();

        var answers = db.AssessmentAnswers.Where(answer => answer.RoundId == roundId);
        if (element is not null) answers = answers.Where(answer => answer.ElementCode == element);
        if (agencyId is not null) answers = answers.Where(answer => answer.AgencyId == agencyId);
        return await answers.ToPageAsync(page, http, AnswerView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<AnswerView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid roundId, Guid answerId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var answer = await db.AssessmentAnswers.AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == answerId && one.RoundId == roundId && one.TaskForceId == id, cancellationToken);
        if (answer is null) return Problems.NotFound();

        http.SetETag(answer);
        return TypedResults.Ok(AnswerView.Of(answer));
    }
}
