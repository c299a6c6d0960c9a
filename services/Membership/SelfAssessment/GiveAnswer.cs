using System.ComponentModel.DataAnnotations;
using Membership.Agreements;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.SelfAssessment;

/// <summary>Where an agency sees one element. A stage is a place, not a mark.</summary>
/// <param name="Stage">The stage observed, by its number.</param>
/// <param name="Evidence">What it is seen by. Nothing about a case or a person served.</param>
/// <param name="NextStep">What the agency proposes to do next.</param>
public sealed record SaidOfElement(
    [property: Required, Range(1, FrameworkContent.Stages)] int? Stage,
    [property: Required, PlainText(Lines = true), StringLength(AssessmentAnswer.TextLength)] string Evidence,
    [property: Required] Direction? Direction,
    [property: PlainText(Lines = true), StringLength(AssessmentAnswer.TextLength)] string? NextStep = null);

/// <summary>An agency's answer for one element.</summary>
/// <param name="Element">The element's code in the round's framework.</param>
public sealed record NewAnswer(
    [property: Required, RegularExpression("^[A-Za-z][A-Za-z0-9]{0,59}$")] string Element,
    [property: Required, Range(1, FrameworkContent.Stages)] int? Stage,
    [property: Required, PlainText(Lines = true), StringLength(AssessmentAnswer.TextLength)] string Evidence,
    [property: Required] Direction? Direction,
    [property: PlainText(Lines = true), StringLength(AssessmentAnswer.TextLength)] string? NextStep = null)
{
    internal SaidOfElement Said => new(Stage, Evidence, Direction, NextStep);
}

internal static class GiveAnswer
{
    private const string Path = "/task-forces/{id:guid}/assessment-rounds/{roundId:guid}/answers";

    /// <summary>Those who speak for an agency.</summary>
    private static readonly string[] Speaks = [Roles.AgencyAdmin, Roles.Supervisor];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Path, GiveAsync)
            .RequireRoles(Speaks)
            .WithSummary("Says for one's own agency where it sees one element, by what evidence, where it moves, and what is next.");
        api.MapPut($"{Path}/{{answerId:guid}}", ChangeAsync)
            .RequireRoles(Speaks)
            .RequireIfMatch()
            .WithSummary("Changes one's own agency's answer while the round is open.");
    }

    private static async Task<Results<Created<AnswerView>, ProblemHttpResult>> GiveAsync(
        Guid id, Guid roundId, NewAnswer request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindRoundAsync(id, roundId, cancellationToken) is not { } round) return Problems.NotFound();
        if (caller.AgencyId is not { } agency || !await db.AreMembersAsync(id, [agency], cancellationToken))
            return Problems.Forbidden("Answers are given for a member agency.");
        if (round.StateOn(time.Day()) is not RoundState.Open and var state) return Problems.StateConflict(state);
        if (round.Framework.Content.Elements.All(element => element.Code != request.Element))
            return Problems.Invalid("element", "Must be an element of the round's framework.");

        var answer = AssessmentAnswer.Give(round, request.Element, agency);
        Say(answer, request.Said, caller, time);
        db.AssessmentAnswers.Add(answer);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("answered-already", "The agency has answered for this element in this round: change that answer.");
        }

        http.SetETag(answer);
        return TypedResults.Created($"/task-forces/{id}/assessment-rounds/{roundId}/answers/{answer.Id}", AnswerView.Of(answer));
    }

    private static async Task<Results<Ok<AnswerView>, ProblemHttpResult>> ChangeAsync(
        Guid id, Guid roundId, Guid answerId, SaidOfElement request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindRoundAsync(id, roundId, cancellationToken) is not { } round) return Problems.NotFound();
        if (await db.AssessmentAnswers.SingleOrDefaultAsync(one => one.Id == answerId && one.RoundId == roundId, cancellationToken) is not { } answer)
            return Problems.NotFound();
        if (!caller.IsOf(answer.AgencyId)) return Problems.Forbidden("An agency changes its own answers.");
        if (IfMatch.Check(http, answer) is { } refused) return refused;
        if (round.StateOn(time.Day()) is not RoundState.Open and var state) return Problems.StateConflict(state);

        Say(answer, request, caller, time);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(answer);
        return TypedResults.Ok(AnswerView.Of(answer));
    }

    private static void Say(AssessmentAnswer answer, SaidOfElement said, Caller caller, TimeProvider time) =>
        answer.Say(said.Stage!.Value, said.Evidence.Trim(), said.Direction!.Value, said.NextStep?.Trim(), caller.SeatId, time.Day());
}
