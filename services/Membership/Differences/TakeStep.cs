using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Differences;

/// <summary>What was done about a difference.</summary>
/// <param name="On">Today or earlier.</param>
public sealed record NewDifferenceStep(
    [property: Required] DateOnly? On,
    [property: Required, PlainText(Lines = true), StringLength(Difference.ViewLength)] string What);

/// <summary>How a difference ended.</summary>
/// <param name="InWords">What was settled, or in what the sides agree to disagree.</param>
/// <param name="ClosedOn">Today or earlier.</param>
public sealed record DifferenceClosing(
    [property: Required] DifferenceOutcome? Outcome,
    [property: Required, PlainText(Lines = true), StringLength(Difference.ViewLength)] string InWords,
    [property: Required] DateOnly? ClosedOn);

internal static class TakeStep
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/differences/{differenceId:guid}/steps", StepAsync)
            .RequireRolesOrHide(Roles.CoreGroup)
            .RequireIfMatch()
            .WithSummary("Records a step taken about a difference.");
        api.MapPost("/task-forces/{id:guid}/differences/{differenceId:guid}/closure", CloseAsync)
            .RequireRolesOrHide(Roles.CoreGroup)
            .RequireIfMatch()
            .WithSummary("Closes a difference: resolved, agreed to disagree, withdrawn or escalated. Nothing of it changes after that.");
    }

    private static Task<Results<Ok<DifferenceView>, ProblemHttpResult>> StepAsync(
        Guid id, Guid differenceId, NewDifferenceStep request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            id, differenceId, "on", request.On!.Value, difference => difference.Take(request.What.Trim(), request.On.Value), db, caller, http, time,
            cancellationToken);

    private static Task<Results<Ok<DifferenceView>, ProblemHttpResult>> CloseAsync(
        Guid id, Guid differenceId, DifferenceClosing request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            id, differenceId, "closedOn", request.ClosedOn!.Value,
            difference => difference.Close(request.Outcome!.Value, request.InWords.Trim(), request.ClosedOn.Value, time.Day()), db, caller, http, time,
            cancellationToken);

    private static async Task<Results<Ok<DifferenceView>, ProblemHttpResult>> ChangeAsync(
        Guid id, Guid differenceId, string dayField, DateOnly day, Func<Difference, bool> change, MembershipDb db, Caller caller, HttpContext http,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForCoreGroupAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var difference = await db.Differences.SingleOrDefaultAsync(
            difference => difference.Id == differenceId && difference.TaskForceId == id, cancellationToken);
        if (difference is null) return Problems.NotFound();
        if (IfMatch.Check(http, difference) is { } refused) return refused;
        if (day > time.Day()) return Problems.Invalid(dayField, "That day is still to come.");
        if (day < difference.LoggedOn) return Problems.Invalid(dayField, "It was logged on a later day.");
        if (!change(difference)) return Problems.StateConflict(difference.State, difference.State == DifferenceState.Open ? ["closure"] : []);

        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(difference);
        var sides = await db.DifferenceSides.AsNoTracking().Where(side => side.DifferenceId == differenceId).ToListAsync(cancellationToken);
        return TypedResults.Ok(DifferenceView.Of(difference, sides));
    }
}
